import { addStyle } from '../dom/add-style.ts';
import { fetchPage } from '../dom/fetch-file.ts';
import { once } from '../dom/once.ts';
import style from './lab-output.css?inline';

addStyle(style);

interface Table {
  columns: string[];
  element: HTMLElement;
}

/** The tables of the practice database, from the fragment that describes them. */
const fetchSchema = once(load);

/** The columns of every table, to be offered while somebody types. */
export async function fetchColumns(address: string): Promise<Record<string, string[]>> {
  const tables = await fetchSchema(address);
  return Object.fromEntries([...tables].map(([name, { columns }]) => [name, columns]));
}

async function load(address: string): Promise<Map<string, Table>> {
  const page = await fetchPage(address);
  const tables = [...page.querySelectorAll<HTMLElement>('[data-table]')];
  return new Map(
    tables.map((element) => [
      element.dataset.table!,
      {
        element,
        columns: [...element.querySelectorAll('dt code')].map(({ textContent }) =>
          textContent.trim(),
        ),
      },
    ]),
  );
}

/**
 * Fills a lab's drawer: first the tables that its exercise needs, open; then the others.
 *
 * @throws where they cannot be fetched; the next call tries again.
 */
export async function showSchema(drawer: HTMLElement): Promise<void> {
  const tables = await fetchSchema(drawer.dataset.schema!);
  const first = (drawer.dataset.tables ?? '').split(' ').filter(Boolean);
  const others = [...tables.keys()].filter((name) => !first.includes(name));
  drawer.querySelector('div')!.replaceChildren(
    ...[...first, ...others].map((name) => {
      const element = tables.get(name)!.element.cloneNode(true) as HTMLElement;
      element.toggleAttribute('open', first.includes(name));
      return element;
    }),
  );
}
