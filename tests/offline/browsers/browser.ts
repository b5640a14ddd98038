/**
 * One tab, as far as the checks need it. A selector is CSS; `>>>` goes on inside the shadow root of
 * the element before it.
 */
export interface Tab {
  /** Loads a page, anew where it is there already. */
  goto: (url: string) => Promise<void>;
  url: () => Promise<string>;
  reload: () => Promise<void>;
  /** Goes back, and does not wait until it is there. */
  back: () => Promise<void>;
  /** Runs a function in the page. It is sent as text, so it sees its arguments and nothing else. */
  evaluate: <Args extends unknown[], Value>(
    run: (...args: Args) => Value,
    ...args: Args
  ) => Promise<Awaited<Value>>;
  /** The same with an element, the first that matches, as the first argument. */
  read: <Args extends unknown[], Value>(
    selector: string,
    run: (element: HTMLElement, ...args: Args) => Value,
    ...args: Args
  ) => Promise<Awaited<Value>>;
  /** Clicks as a hand does: on what can be seen, once its script is there. */
  click: (selector: string) => Promise<void>;
  type: (selector: string, text: string) => Promise<void>;
  /** Presses a key, by its name in `KeyboardEvent.key`. */
  press: (key: string) => Promise<void>;
  close: () => Promise<void>;
}

/** A running browser with a profile of its own; by itself it is its first tab. */
export interface Browser extends Tab {
  readonly name: string;
  readonly version: string;
  openTab: () => Promise<Tab>;
  /** Ends the browser and starts it anew with the same profile. */
  restart: () => Promise<void>;
  /** The start of every address that its pages and their workers asked for. */
  readonly requests: string[];
  /** Errors that pages threw or the browser wrote on the console, each with its page. */
  readonly consoleErrors: string[];
}

/** Starts a browser. */
export type Start = () => Promise<Browser>;

/** Data addresses run to megabytes; their first characters say enough. */
export const shorten = (url: string): string => url.slice(0, 200);

/** Where nobody listens: a proxy at this address lets no request leave the machine. */
export const deadEnd = '127.0.0.1:9';

/** Finds an element in the page; sent there as text. */
export function pick(selector: string): HTMLElement | null {
  let scope: ParentNode | null | undefined = document;
  let found: HTMLElement | null = null;
  for (const part of selector.split('>>>')) {
    found = scope?.querySelector<HTMLElement>(part.trim()) ?? null;
    scope = found?.shadowRoot;
  }
  return found;
}

/**
 * Whether an element can be seen, the elements around it have their scripts, and it stays where it
 * is: exercises that load near it move it. It is brought into sight. Sent as text.
 */
export async function isReady(element: HTMLElement): Promise<boolean> {
  if (!element.checkVisibility() || element.closest(':not(:defined)')) return false;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top } = element.getBoundingClientRect();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return element.getBoundingClientRect().top === top;
}

/** How long something may take that needs no engine. */
export const patience = { seconds: 45 };

/**
 * Looks again and again until there is something to see.
 *
 * @param look - gives the value, or nothing yet. What it throws counts as nothing yet: a page that
 * is being left cannot answer.
 */
export async function waitFor<Value>(
  what: string,
  look: () => Promise<Value | undefined | null | false>,
  seconds = patience.seconds,
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  let problem = '';
  for (;;) {
    try {
      const value = await look();
      if (value !== undefined && value !== null && value !== false) return value;
      problem = '';
    } catch (error) {
      problem = `; the last problem: ${(error as Error).message}`;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} seconds${problem}`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
