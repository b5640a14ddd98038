import { readContent } from '../data/read-content.ts';
import { checkContent } from '../lib/course/check.ts';
import { formatFindings } from '../lib/content/finding.ts';

const files = readContent(process.cwd());
const { findings } = checkContent(files);
if (findings.length > 0) {
  console.error(`${formatFindings(findings)}\n`);
  console.error(`${findings.length} findings in ${files.length} content files.`);
  process.exit(1);
}
console.log(`${files.length} content files, nothing to mend.`);
