/** Answers pages on their way or here, by address. */
const pages = new Map<string, Promise<Document>>();

/**
 * The solution of an activity, from its answers page. The page is fetched once.
 *
 * @throws where the page cannot be fetched; the next call tries again.
 */
export async function fetchSolution(address: string, activity: string): Promise<HTMLElement> {
  let page = pages.get(address);
  if (!page) {
    page = load(address);
    pages.set(address, page);
    page.catch(() => pages.delete(address));
  }
  return (await page).querySelector<HTMLElement>(`[data-solution-for="${activity}"]`)!;
}

async function load(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
