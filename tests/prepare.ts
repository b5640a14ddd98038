import { checkContent } from '../src/lib/check/check.ts';
import { runExercises } from '../src/load/exercises.ts';
import { packSlotlark } from '../src/load/open-slotlark.ts';
import { readContent } from '../src/load/read-content.ts';
import { askSlotlark } from '../src/load/slotlark.ts';

/** Makes, once and before the workers start, what several of them would make at the same time. */
export default async function prepare(): Promise<void> {
  await packSlotlark();
  const { content } = checkContent(readContent(process.cwd()));
  if (!content) return;
  await askSlotlark(content, process.cwd());
  await runExercises(content, process.cwd());
}
