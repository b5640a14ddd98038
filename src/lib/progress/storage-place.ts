import { courseId } from './progress.ts';

/**
 * Where what a reader leaves behind is kept: in the browser for this `site`; in a copy opened from
 * files, in the `browser` for all copies of the course, for this `folder` only, or `nowhere` that
 * another page could find it.
 */
export type StoragePlace = 'site' | 'browser' | 'folder' | 'nowhere';

/** The key of a stored text. Pages of other sites and courses may share the storage. */
export const toKey = (name: string): string => `${courseId}:${name}`;

/** The event on the document that tells of a changed text, with its key as detail. */
export const storedEvent = 'course:stored';
