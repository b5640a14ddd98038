import { checkActivity } from '../../grading/kinds.ts';
import type { ActivityFile } from '../../grading/kinds.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

/** Every item has an answer, and all its parts name each other rightly. */
export const checkAnswer = ({ file, data, lineOf }: Entry<ActivityFile>): Finding[] =>
  checkActivity(data).map(({ path, ...problem }) => ({ file, line: lineOf(...path), ...problem }));
