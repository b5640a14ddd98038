import { fetchPage } from '../dom/fetch-page.ts';

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
    page = fetchPage(address);
    pages.set(address, page);
    page.catch(() => pages.delete(address));
  }
  return (await page).querySelector<HTMLElement>(`[data-solution-for="${activity}"]`)!;
}
