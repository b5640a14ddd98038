import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { checkLinks } from '../links.ts';
import { unzippedCourse } from './course.ts';

it('the course’s copy in files has only links to its own files and to places that are there', () => {
  const { folder, remove } = unzippedCourse(undefined, resolve('dist'));
  try {
    const { count, broken, external } = checkLinks(folder, pathToFileURL(`${folder}/`));
    expect(broken).toEqual([]);
    expect(count).toBeGreaterThan(5000);
    expect([...external].filter((link) => !/^(https|mailto|data|blob):/.test(link))).toEqual([]);
  } finally {
    remove();
  }
});
