import { expect, it, vi } from 'vitest';
import { fetchFile } from '../../src/elements/dom/fetch-file.ts';
import { once } from '../../src/elements/dom/once.ts';

it('loads once a key, however many ask', async () => {
  const load = vi.fn((key: string) => Promise.resolve(key.toUpperCase()));
  const get = once(load);
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['A', 'A', 'B']);
  expect(await get('a')).toBe('A');
  expect(load).toHaveBeenCalledTimes(2);
});

it('forgets what failed: those who waited are told, the next one tries again', async () => {
  const load = vi
    .fn<(key: string) => Promise<string>>()
    .mockRejectedValueOnce(new Error('offline'));
  load.mockResolvedValue('here');
  const get = once(load);
  const first = [get('a'), get('a')];
  await expect(first[0]).rejects.toThrow('offline');
  await expect(first[1]).rejects.toThrow('offline');
  expect(await get('a')).toBe('here');
  expect(load).toHaveBeenCalledTimes(2);
});

it('takes an answer that is no file for a failure', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  vi.stubGlobal('fetch', fetch);
  fetch.mockResolvedValueOnce(new Response('Not found', { status: 404 }));
  await expect(fetchFile('/gone')).rejects.toThrow('/gone: 404');
  fetch.mockResolvedValueOnce(new Response('here'));
  expect(await (await fetchFile('/here', { cache: 'no-store' })).text()).toBe('here');
  expect(fetch).toHaveBeenLastCalledWith('/here', { cache: 'no-store' });
  vi.unstubAllGlobals();
});
