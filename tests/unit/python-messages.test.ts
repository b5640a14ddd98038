import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openPython } from '../../src/load/open-python.ts';
import { explainPython } from '../../src/lib/lab/python/messages.ts';

interface Wrong {
  code: string;
  says: string[];
  never?: string[];
}

const wrong = parse(readFileSync('tests/fixtures/python-errors.yaml', 'utf8')) as Wrong[];
const files = { 'tickets.csv': 'ticket_id,priority,cost\n1,high,22.94\n2,low,\n' };

let observe: Awaited<ReturnType<typeof openPython>>;

beforeAll(async () => void (observe = await openPython()));

describe('explainPython', () => {
  it('is asked about 100 wrong scripts or more', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(100);
  });

  it.each(wrong)('$code', ({ code, says, never = [] }) => {
    const { error } = observe({ code, files, expressions: [] }, () => undefined);
    const explanation = explainPython(error!);
    for (const part of says) expect(explanation).toContain(part);
    for (const part of never) expect(explanation).not.toContain(part);
    expect(explanation).not.toMatch(/undefined|``|Python says/);
    expect(explanation.length).toBeLessThan(260);
    // What Python suggests itself is not lost.
    const meant = /Did you mean:? '([^']+)'/.exec(error!.message)?.[1];
    if (meant) expect(explanation).toContain(meant);
  });

  it('hands on what it does not know', () => {
    const error = { type: 'OSError', message: 'disk full', lines: [] };
    expect(explainPython(error)).toBe('Python says: OSError: disk full.');
    expect(explainPython({ ...error, type: 'StopIteration', message: '' })).toBe(
      'Python says: StopIteration.',
    );
  });
});
