/**
 * Fetches a page or fragment of the site as a document to take parts from.
 *
 * @throws where it cannot be fetched.
 */
export async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
