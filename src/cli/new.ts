/**
 * `npm run new -- <what> <id> [options]`: writes a content file in which only what a person can write is
 * missing. `npm run content` lists what that is.
 */
import { parseArgs } from 'node:util';
import { courseRoot } from '../load/course-root.ts';
import { makers, Refusal } from './new/make.ts';

const names = ['type', 'objective', 'role', 'topic', 'topics', 'related', 'url', 'date'];
try {
  const { values, positionals } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    allowPositionals: true,
  });
  const [what = '', name = ''] = positionals;
  const maker = makers[what];
  if (!maker) {
    const usages = Object.entries(makers).map(([known, { usage }]) => `  ${known} ${usage}`);
    throw new Refusal(`Usage: npm run new -- <what> <id> [options]\n\n${usages.join('\n')}`);
  }
  if (!name) throw new Refusal(`Usage: npm run new -- ${what} ${maker.usage}`);
  const file = maker.make(courseRoot, name, values);
  console.log(`${file}\n\n"npm run content -- ${file}" says what is still to be written.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
