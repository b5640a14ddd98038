/**
 * Checks everything in `content/`: `npm run content`, or `npm run content -- ask-one-table` for what
 * is wrong in the files whose path holds a text.
 */
import { formatFindings } from '../lib/content/finding.ts';
import { ContentError } from '../load/content-error.ts';
import { loadCourse } from '../load/load-course.ts';

try {
  const [only = ''] = process.argv.slice(2);
  const { findings, files, exercises } = await loadCourse();
  const found = findings.filter(({ file }) => file.includes(only));
  if (found.length > 0) {
    console.error(
      `${formatFindings(found)}\n\n${found.length} findings in ${files} content files.`,
    );
    process.exitCode = 1;
  } else {
    const proved = Object.keys(exercises).length;
    console.log(`${files} content files, ${proved} exercises proved, nothing to mend.`);
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
