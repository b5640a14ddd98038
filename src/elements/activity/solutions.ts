import { fetchPage } from '../dom/fetch-file.ts';

/**
 * The solution of an activity, from its answers page.
 *
 * @throws where the page cannot be fetched; the next call tries again.
 */
export async function fetchSolution(address: string, activity: string): Promise<HTMLElement> {
  const page = await fetchPage(address);
  return page.querySelector<HTMLElement>(`[data-solution-for="${activity}"]`)!;
}
