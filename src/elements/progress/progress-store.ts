import { emptyProgress, parseProgress } from '../../lib/progress/progress.ts';
import type { Progress } from '../../schemas/progress.ts';
import { readItem, watchItem, writeItem } from './storage.ts';

const name = 'progress';
const setAside = 'progress:unreadable';
const changed = 'course:progress';

/** Kept here where the browser refuses to store, so that the page at least goes on working. */
let unsaved: Progress | undefined;

/**
 * Reads the reader's progress. What cannot be read is set aside under a key of its own before
 * anything else is stored, and can still be saved as a file from the progress page.
 */
export function readProgress(): Progress {
  if (unsaved) return unsaved;
  const text = readItem(name);
  if (text === null) return emptyProgress();
  const parsed = parseProgress(text);
  if ('progress' in parsed) return parsed.progress;
  writeItem(setAside, text);
  return emptyProgress();
}

/** Text that once was progress and can no longer be read, if there is any. */
export const readUnreadable = (): string | null => readItem(setAside);

/** Forgets the text that could not be read. */
export const dropUnreadable = (): void => void writeItem(setAside, null);

/**
 * Changes the stored progress. It is read anew first, so that two open tabs do not undo each other.
 *
 * @returns whether the browser stored it; if not, it lasts until the page is closed.
 */
export function updateProgress(change: (progress: Progress) => Progress): boolean {
  const progress = change(readProgress());
  const isSaved = writeItem(name, JSON.stringify(progress));
  unsaved = isSaved ? undefined : progress;
  document.dispatchEvent(new CustomEvent(changed));
  return isSaved;
}

/** Calls back now, and whenever progress changes in this tab or another. */
export function watchProgress(callback: (progress: Progress) => void): void {
  const call = () => callback(readProgress());
  document.addEventListener(changed, call);
  watchItem(name, call);
  call();
}
