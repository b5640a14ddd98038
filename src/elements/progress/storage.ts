import { storedEvent, toKey } from '../../lib/progress/storage-place.ts';
import type { StoragePlace } from '../../lib/progress/storage-place.ts';

/** A copy in files says what it found; see `exports/offline/runtime/`. */
export const storagePlace = (): StoragePlace =>
  (document.documentElement.dataset.storagePlace as StoragePlace | undefined) ?? 'site';

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
