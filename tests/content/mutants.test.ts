import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { readContent } from '../../src/load/read-content.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { isSameResult } from '../../src/lib/grading/compare.ts';
import { seedNames } from '../../src/lib/grading/sql.ts';
import type { Seed } from '../../src/lib/grading/sql.ts';
import { runScript } from '../../src/labs/sql/engine.ts';
import type { SqlTask } from '../../src/lib/grading/sql.ts';
import type { Result } from '../../src/lib/lab/sql/result.ts';
import { toMutants } from './mutants.ts';

const { activities } = checkContent(readContent(process.cwd())).content!;
const items = activities.flatMap(({ id, data }) => (data.type === 'sql' ? [{ id, task: data }] : []));

/** Mutants that are right on any data, each with its reason. */
const equivalent: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'assess-losses-by-step': {
    'row_number → rank': 'No two events of a session happen in the same second.',
  },
  'assess-second-try': {
    'session_id is not null → true': 'Only sessions send deposit_failed.',
  },
  'assess-trades-on-the-faulty-version': {
    "platform = 'android' → true": 'Only Android has a version 4.12.0.',
  },
  'isolate-the-step': {
    'asked → true': 'Without a request for a deposit none can fail.',
  },
  'ai-latest-ticket': {
    'row_number → rank': 'No merchant opens two tickets in the same second.',
  },
  'assess-biggest-merchant': {
    'row_number → rank': 'No trade has two biggest merchants, and the prompt speaks of one.',
  },
  'assess-latest-calendar': {
    'row_number → rank': 'Nobody connects two calendars in the same second.',
  },
  'assess-price-and-paid': {
    'coalesce(paid.cents, 0) → paid.cents':
      'Nothing paid is neither the price nor more, be it NULL or 0.',
  },
  'no-show-by-reminder': {
    '100.0 * → 100 *': 'An average has decimals already.',
  },
  'second-deposits': {
    'row_number → rank': 'The two deposits are 31 seconds apart.',
    '→ desc': 'Both have the same amount, and the prompt says that it does not matter.',
  },
};

it('changes one thing at a time, and nothing within strings or comments', () => {
  const query = `select min(price) -- not a > b
    from services left join merchants using (merchant_id)
    where price > 10 and (active or name = 'a > b') and created_at between 1 and 2`;
  expect(toMutants(query, false).map(({ change }) => change)).toEqual([
    'min → max',
    '> → >=',
    'or → and',
    '= → <>',
    'left →',
    'price > 10 → true',
    "(active or name = 'a > b') → true",
    'created_at between 1 and 2 → true',
  ]);
  expect(toMutants('select a from t order by a', true).map(({ code }) => code)).toEqual([
    'select a from t order by a desc',
  ]);
});

let database: PGlite;
beforeAll(async () => void (database = await openSlotlark()));
afterAll(() => database.close());

const ask = async (seed: Seed, script: string): Promise<Result> =>
  (await runScript(database, script, seed)).findLast(({ columns }) => columns.length > 0)!;

/** Whether a script gives what the solution gives, on both seeds. */
type IsSame = (script: string) => Promise<boolean>;

async function compareWith({ solution, ...task }: SqlTask): Promise<IsSame> {
  const wanted = {
    practice: await ask('practice', solution),
    hidden: await ask('hidden', solution),
  };
  return async (script) => {
    for (const seed of seedNames) {
      const found = await ask(seed, script).catch(() => undefined);
      if (!found || !isSameResult(found, wanted[seed], task)) return false;
    }
    return true;
  };
}

describe('no small change of a solution passes:', () => {
  it.each(items)('$id', async ({ id, task }) => {
    const isSame = await compareWith(task);
    const passing = new Set<string>();
    for (const { change, code } of toMutants(task.solution, task.ordered)) {
      if (await isSame(code)) passing.add(change);
    }
    expect([...passing].sort()).toEqual(Object.keys(equivalent[id] ?? {}).sort());
  });
});

/** Puts views without the rows of test accounts before the tables. */
const realOnly = `
  create temp view merchants as select * from public.merchants where not is_test;
  ${['staff', 'services', 'bookings', 'tickets', 'events', 'api_requests', 'webhook_deliveries']
    .map((table) => toView(table, 'merchants', 'merchant_id'))
    .join('\n')}
  ${toView('reminders', 'bookings', 'booking_id')}
  ${toView('payments', 'bookings', 'booking_id')}
  ${toView('customers', 'bookings', 'customer_id')}
  ${toView('calendar_links', 'staff', 'staff_id')}`;

function toView(table: string, other: string, key: string): string {
  return `create temp view ${table} as select * from public.${table}
    where ${key} is null or ${key} in (select ${key} from pg_temp.${other});`;
}

describe('a prompt says what becomes of test accounts, or it makes no difference:', () => {
  const silent = items.filter(({ task }) => !/\btest\b/i.test(task.prompt));

  it.each(silent)('$id', async ({ task }) => {
    const isSame = await compareWith(task);
    expect(await isSame(`${realOnly}\n${task.solution}`)).toBe(true);
  });
});
