import { once } from './once.ts';

/**
 * Fetches a file.
 *
 * @throws where there is no network, and where the site has no such file.
 */
export async function fetchFile(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/**
 * Fetches a page or fragment of the site as a document to take parts from: once, whoever asks.
 *
 * @throws where it cannot be fetched; the next call tries again.
 */
export const fetchPage = once(async (address: string): Promise<Document> => {
  const response = await fetchFile(address);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
});
