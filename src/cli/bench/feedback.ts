/**
 * `npm run bench:feedback`: what learners are told of their SQL and Python, over all answers in
 * `tests/content/graded/`. Prints a table as Markdown, and every answer that is judged wrongly.
 * With `--messages`, every wrong answer with its message, to be rated.
 */
import { parseArgs } from 'node:util';
import { openGrader, ratings, readGraded } from '../../load/grader.ts';
import { readContent } from '../../load/read-content.ts';
import { checkContent } from '../../lib/check/check.ts';

const { values } = parseArgs({ options: { messages: { type: 'boolean', default: false } } });
const { content } = checkContent(readContent(process.cwd()));
if (!content) throw new Error('The content has faults; `npm run content` tells them.');
const grader = await openGrader(content);

const columns = ['refused right', 'accepted wrong', ...ratings] as const;
type Counts = Record<'right' | 'wrong' | (typeof columns)[number], number>;
const toCounts = (): Counts => ({
  ...{ right: 0, wrong: 0, 'refused right': 0, 'accepted wrong': 0 },
  ...{ exact: 0, helpful: 0, generic: 0, misleading: 0 },
});
const total = toCounts();
const lines: string[] = [];
const judgedWrongly: string[] = [];

for (const [id, { right, wrong }] of readGraded()) {
  const counts = toCounts();
  for (const code of right) {
    counts.right += 1;
    const { verdict, message } = await grader.grade(id, code);
    if (verdict === 'right') continue;
    counts['refused right'] += 1;
    judgedWrongly.push(`${id} refuses, with “${verdict}: ${message}”:\n${code}`);
  }
  for (const { code, rated, why } of wrong) {
    counts.wrong += 1;
    const { verdict, message } = await grader.grade(id, code);
    if (verdict === 'right') {
      counts['accepted wrong'] += 1;
      judgedWrongly.push(`${id} accepts:\n${code}`);
    } else counts[rated] += 1;
    if (values.messages) {
      console.log(
        `--- ${id} (${rated})${why ? `: ${why}` : ''}\n${code.trim()}\n→ ${verdict}: ${message}`,
      );
    }
  }
  for (const [key, count] of Object.entries(counts)) total[key as keyof Counts] += count;
  lines.push(toLine(id, counts));
}
await grader.close();

const names = ['Exercise', 'Right', 'Wrong', ...columns];
console.log(`| ${names.join(' | ')} |\n| --- |${' --: |'.repeat(names.length - 1)}`);
console.log([...lines, toLine('All', total)].join('\n'));
const share = (count: number) => `${((100 * count) / total.wrong).toFixed(1)}%`;
console.log(
  `\nExact or helpful: ${share(total.exact + total.helpful)}; misleading: ${share(total.misleading)}.`,
);
for (const text of judgedWrongly) console.log(`\n${text}`);
process.exit(judgedWrongly.length > 0 ? 1 : 0);

function toLine(name: string, { right, wrong, ...counts }: Counts): string {
  return `| ${[name, right, wrong, ...columns.map((column) => counts[column])].join(' | ')} |`;
}
