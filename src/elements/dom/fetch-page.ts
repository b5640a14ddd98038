import { fetchFile, once } from './load.ts';

/**
 * Fetches a page or fragment of the site as a document to take parts from: once, whoever asks.
 *
 * @throws where it cannot be fetched; the next call tries again.
 */
export const fetchPage = once(async (address: string): Promise<Document> => {
  const response = await fetchFile(address);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
});
