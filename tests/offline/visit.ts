import { isReady, waitFor } from './browsers/browser.ts';
import type { Browser, Tab } from './browsers/browser.ts';
import { titleOf } from './course.ts';
import type { Place } from './course.ts';

/** A browser in front of a course. */
export interface Visit {
  browser: Browser;
  place: Place;
}

/** Something that must work, wherever the course is. What does not work throws. */
export interface Check {
  name: string;
  run: (visit: Visit) => Promise<void>;
  /** Works from the plain files of the site too, by what each page has in itself. */
  isPlain?: boolean;
  /** What must be there for it: a second tab, a profile that stays, a copy in files. */
  needs?: 'tabs' | 'restart' | 'copy';
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Looks until a value is right; what was there instead is part of the message. */
export async function expectSoon<Value>(
  tab: Tab,
  what: string,
  look: () => Promise<Value>,
  isRight: (value: Value) => boolean,
  seconds?: number,
): Promise<void> {
  let last: Value | undefined;
  const lookOnce = async () => {
    last = await look();
    return isRight(last);
  };
  await waitFor(what, lookOnce, seconds).catch(async (error: unknown) => {
    const where = await tab.url().catch(() => 'a page that does not answer');
    const found = last === undefined ? (error as Error).message : JSON.stringify(last);
    throw new Error(`On ${decodeURI(where)}\nexpected: ${what}\nthere was: ${found.slice(0, 600)}`);
  });
}

/** Waits until the first element that matches says something. */
export const see = (
  tab: Tab,
  selector: string,
  wanted: string | RegExp,
  seconds?: number,
): Promise<void> =>
  expectSoon(
    tab,
    `${selector} says ${String(wanted)}`,
    async () => {
      const text = await tab.read(selector, (element) =>
        element.checkVisibility() ? element.innerText : null,
      );
      return text === null ? null : plain(text);
    },
    (text) =>
      text !== null && (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)),
    seconds,
  );

/** Waits until an element has an attribute with the value. */
export const seeAttribute = (
  tab: Tab,
  selector: string,
  name: string,
  wanted: string,
  seconds?: number,
): Promise<void> =>
  expectSoon(
    tab,
    `${selector} has ${name}="${wanted}"`,
    () => tab.read(selector, (element, key) => element.getAttribute(key), name),
    (value) => value === wanted,
    seconds,
  );

/** Waits until the tab shows the page, under its title. */
export async function arrive(
  { place, browser }: Visit,
  path: string,
  tab: Tab = browser,
): Promise<void> {
  const [wanted = ''] = place.address(path).split(/[?#]/);
  const title = titleOf(path);
  await expectSoon(
    tab,
    `the page ${decodeURI(wanted)} with the title “${title}”`,
    async () => {
      const url = await tab.url();
      const shown = plain(await tab.read('h1', (heading) => heading.textContent));
      const isLoaded = await tab.evaluate(() => document.readyState === 'complete');
      return { url: decodeURI(url.split(/[?#]/)[0]!), title: shown, isLoaded };
    },
    (page) => page.isLoaded && page.url === decodeURI(wanted) && page.title === title,
  );
  if (place.kind === 'copy') await seeHome(tab);
}

/** Waits until a copy knows where it keeps what the reader does; before that a page may reload. */
const seeHome = (tab: Tab): Promise<void> =>
  expectSoon(
    tab,
    '<html data-storage-place> says where progress lives',
    () => tab.evaluate(() => document.documentElement.dataset.storagePlace),
    (home) => home === 'browser' || home === 'folder',
  );

/** Goes to a page by its address. */
export async function open(visit: Visit, path: string, tab: Tab = visit.browser): Promise<void> {
  await tab.goto(visit.place.address(path));
  await arrive(visit, path, tab);
}

/** Clicks the first visible link to a page within a part of this one, and waits for that page. */
export async function follow(
  visit: Visit,
  path: string,
  within = 'main',
  tab: Tab = visit.browser,
): Promise<void> {
  const wanted = decodeURI(visit.place.address(path));
  const others = await tab.evaluate(
    (scope, address) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>(`${scope} a`)].filter((link) =>
        link.checkVisibility(),
      );
      const link = links.find(({ href }) => decodeURI(href) === address);
      document.querySelector('[data-follow]')?.removeAttribute('data-follow');
      link?.setAttribute('data-follow', '');
      return link ? undefined : links.map(({ href }) => decodeURI(href));
    },
    within,
    wanted,
  );
  if (others) {
    throw new Error(
      `On ${decodeURI(await tab.url())}\nexpected: a link in ${within} to ${wanted}\nthere was: ${others.slice(0, 8).join(', ')}`,
    );
  }
  await tab.click('[data-follow]');
  await arrive(visit, path, tab);
}

/**
 * Clicks what can be chosen by its words within a part of the page: the first label, button or link
 * that shows them.
 */
export async function choose(tab: Tab, within: string, words: string): Promise<void> {
  await expectSoon(
    tab,
    `${within} offers “${words}”`,
    () =>
      tab.evaluate(
        (scope, text) => {
          document.querySelector('[data-choose]')?.removeAttribute('data-choose');
          const offered = document.querySelectorAll(`${scope} :is(label, button, summary, a)`);
          const wanted = [...offered].find(
            (element) => element.checkVisibility() && element.textContent.includes(text),
          );
          wanted?.setAttribute('data-choose', '');
          return Boolean(wanted);
        },
        within,
        words,
      ),
    Boolean,
  );
  await tab.click('[data-choose]');
}

/** Goes near an exercise, as a reader does, and waits until it answers. */
export async function meet(tab: Tab, id: string): Promise<void> {
  await expectSoon(
    tab,
    `the exercise #${id} answers`,
    () =>
      tab.read(`#${id}`, (item) => {
        item.scrollIntoView({ behavior: 'instant' });
        return item.matches(':defined') && item.checkVisibility();
      }),
    Boolean,
  );
}

/** Waits until an element can be seen and its script is there. */
export const ready = (tab: Tab, selector: string): Promise<void> =>
  expectSoon(tab, `${selector} is ready`, () => tab.read(selector, isReady), Boolean);

/** Chooses or writes a value in a field, in one go. */
export async function fill(tab: Tab, selector: string, value: string): Promise<void> {
  await ready(tab, selector);
  await tab.read(
    selector,
    (element, text) => {
      const field = element as HTMLInputElement;
      field.value = text;
      for (const name of ['input', 'change']) {
        field.dispatchEvent(new Event(name, { bubbles: true }));
      }
    },
    value,
  );
}
