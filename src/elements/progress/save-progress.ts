import { courseId } from '../../lib/progress/progress.ts';
import type { Progress } from '../../schemas/progress.ts';
import { saveFile } from '../dom/save-file.ts';

/** Hands somebody's progress to them as a file, which the progress page can read again. */
export function saveProgress(progress: Progress): void {
  saveData(JSON.stringify(progress, null, 2), 'progress');
}

/** Hands them a text of the course's own, named with the day. */
export function saveData(text: string, name: string): void {
  const now = new Date();
  // The day as the reader's calendar has it.
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  saveFile(text, `${courseId}-${name}-${day}.json`, 'application/json');
}
