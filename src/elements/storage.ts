import { courseId } from '../lib/progress/progress.ts';

/**
 * Where what a reader leaves behind is kept: in the browser for this `site`; in a copy opened from
 * files, in the `browser` for all copies of the course, for this `folder` only, or `nowhere` that
 * another page could find it.
 */
export type Home = 'site' | 'browser' | 'folder' | 'nowhere';

/** A copy in files says what it found; see `exports/offline/runtime/`. */
export const home = (): Home =>
  (document.documentElement.dataset.home as Home | undefined) ?? 'site';

/** Where a text of the course is kept. Pages of other sites and courses may share the storage. */
export const toKey = (name: string): string => `${courseId}:${name}`;

/** The event on the document that tells of a changed text, with its key. */
export const storedEvent = 'course:stored';

/** A stored text; nothing where there is none, or where the browser lets nobody look. */
export function readItem(name: string): string | null {
  try {
    return localStorage.getItem(toKey(name));
  } catch {
    return null;
  }
}

/**
 * Stores a text, or forgets it.
 *
 * @returns whether the browser did it; its storage may be full or off.
 */
export function writeItem(name: string, text: string | null): boolean {
  const key = toKey(name);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return false;
  }
  document.dispatchEvent(new CustomEvent(storedEvent, { detail: key }));
  return true;
}

/** Calls back when a text changes in another tab. */
export function watchItem(name: string, callback: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === toKey(name) || key === null) callback();
  });
}
