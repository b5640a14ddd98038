import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/load/read-content.ts';
import { askSlotlark } from '../../src/load/slotlark.ts';
import { toFactTexts } from '../../src/lib/course/fact-texts.ts';
import { checkContent } from '../../src/lib/check/check.ts';

const root = process.cwd();
const files = readContent(root);
const content = checkContent(files).content!;
const report = await askSlotlark(content);
const texts = toFactTexts(content, report.facts);

/** What the prose of chapters, terms and items reckons with. A change here means reading them again. */
const agreed = {
  people: '62',
  engineers: '9',
  'backlog-items': '31',
  'debt-items': '14',
  'double-bookings': '37',
  'double-booking-seconds': '3',
  'double-deposits': '72',
  'repeated-webhooks': '441',
  'test-merchants': '8',
  'segments-v2': '1.10',
  'segments-v3': '2.30',
  'sms-cost-v2': '4.6',
  'sms-cost-v3': '9.7',
  'inc-31-minutes': '94',
  'api-median': '103',
  'api-mean': '212',
  'api-p95': '1,165',
  'noisy-share': '67%',
  'no-show-one-spelling': '7.7%',
  'no-show-both': '11.2%',
  'android-before': '61.6%',
  'android-broken': '40.8%',
  'churn-assisted': '5.9%',
  'churn-self-serve': '17.6%',
  'churn-csv': '31.9%',
  'srm-control': '6,239',
  'srm-treatment': '5,724',
  'sample-merchants': '600',
  'sample-bookings': '30,074',
};

it('the practice database gives the numbers that the course teaches with', () => {
  expect(texts).toMatchObject(agreed);
});

it.each([
  ['select count(*) from merchnts', 'refuses this query: relation "merchnts" does not exist'],
  ['select town from merchants limit 2', 'does not give one row of one number'],
])('the query "%s" is found with its file and line', async (sql, problem) => {
  const small = readContent('tests/fixtures/course').map((file) =>
    file.path.endsWith('/facts.yaml')
      ? { ...file, text: file.text.replace('select count(*) from merchants', sql) }
      : file,
  );
  const asking = askSlotlark(checkContent(small).content!);
  await expect(asking).rejects.toMatchObject({
    findings: [{ file: 'content/company/facts.yaml', line: 3, problem: expect.stringContaining(problem) }],
  });
});

/** Digits that stand for a fact wherever they are, or only before its unit or certain words. */
function toPattern(text: string, nouns: readonly string[]): RegExp | undefined {
  const whole = `(?<![\\d.,:/-])${text.replaceAll('.', '\\.')}(?![\\d,]|\\.\\d)`;
  // A number such as 4.6 may also be that of a passage.
  if (/,|\.\d\d|\.\d%/.test(text)) return new RegExp(whole);
  return nouns.length > 0 ? new RegExp(`${whole}\\s+(?:${nouns.join('|')})\\b`) : undefined;
}

describe('no text quotes a fact in digits of its own:', () => {
  const written = files.filter(
    ({ path }) =>
      /^content\/(chapters|glossary|activities|diagrams|company\/(documents|company))/.test(path) &&
      /Slotlark|company\//.test(path + files.find((file) => file.path === path)!.text),
  );

  it.each(content.facts.map(({ id, data }) => [id, data] as const))('%s', (id, { nouns }) => {
    const pattern = toPattern(texts[id]!, nouns);
    const found = written.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (pattern?.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
