/**
 * Checks everything in `content/`: `npm run content`, or `npm run content -- ask-one-table` for the
 * files whose path holds a text.
 */
import { checkEverything } from '../data/content-check.ts';

const { findings, report, files, exercises } = await checkEverything(
  process.cwd(),
  process.argv[2],
);
if (findings > 0) {
  console.error(`${report}\n`);
  console.error(`${findings} findings in ${files} content files.`);
  process.exit(1);
}
console.log(`${files} content files, ${exercises} exercises proved, nothing to mend.`);
