import { storedEvent, toKey } from '../../../lib/progress/storage-place.ts';
import type { StoragePlace } from '../../../lib/progress/storage-place.ts';
import { mergeProgress } from '../../../lib/progress/merge.ts';
import { parseProgress } from '../../../lib/progress/progress.ts';
import { Hub } from './hub-frame.ts';
import type { Items } from './hub-protocol.ts';
import type { Places } from './places.ts';

const progressKey = toKey('progress');
const themeKey = toKey('theme');
/** What this page has found out about the browser, and its last sign to the hub. */
const homeKey = toKey('copy:home');
const probeKey = toKey('copy:probe');
/** Keys that this page has changed and the hub has not confirmed. */
const pendingKey = toKey('copy:pending');
const isOwn = (key: string) => [homeKey, probeKey, pendingKey].includes(key);

/**
 * Makes `localStorage` one for all pages of the copy, and says on the root element where that is.
 * Where files share it anyway, nothing is to be done. Where each has its own, this page's becomes
 * a mirror of the hub's.
 *
 * @returns a promise that is kept, at the latest after some seconds, when it may be read.
 */
export async function keepStorage(places: Places): Promise<void> {
  document.documentElement.dataset.storagePlace = await findStoragePlace(places).catch(
    () => 'nowhere' as const,
  );
}

async function findStoragePlace(places: Places): Promise<StoragePlace> {
  // The theme must be there before the first paint; cookies are shared and come without waiting.
  const theme = readCookie();
  if (theme !== undefined) localStorage.setItem(themeKey, theme);
  if (localStorage.getItem(homeKey) === 'browser') return 'browser';
  const probe = crypto.randomUUID();
  localStorage.setItem(probeKey, probe);
  const mirror = new Mirror(places);
  const items = await mirror.hub.read();
  if (items[probeKey] === probe) {
    localStorage.setItem(homeKey, 'browser');
    return 'browser';
  }
  mirror.start(items);
  return 'folder';
}

/** Keeps this page's storage and the hub's the same. */
class Mirror {
  readonly hub: Hub;

  constructor(places: Places) {
    this.hub = new Hub(places, (key, text) => this.take(key, text));
  }

  start(items: Items): void {
    this.takeAll(items);
    document.addEventListener(storedEvent, ({ detail }: CustomEventInit<string>) => {
      void this.send(detail!);
    });
    // A page that comes back from memory has missed what others did.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.hub.read().then((now) => this.takeAll(now));
    });
    window.addEventListener('click', (event) => this.holdLink(event));
  }

  private takeAll(items: Items): void {
    const mine = Object.keys(localStorage).filter((key) => key.startsWith(toKey('')));
    for (const key of new Set([...mine, ...Object.keys(items)])) this.take(key, items[key] ?? null);
  }

  /** Takes what the hub has; what this page has changed in the meantime is not lost by it. */
  private take(key: string, theirs: string | null): void {
    if (isOwn(key)) return;
    const mine = localStorage.getItem(key);
    if (readPending().includes(key)) {
      const joined = key === progressKey ? join(mine, theirs) : mine;
      store(key, joined);
      void this.send(key);
    } else if (mine !== theirs) store(key, theirs);
    if (localStorage.getItem(key) !== mine) tellPage(key);
  }

  private async send(key: string): Promise<void> {
    const text = localStorage.getItem(key);
    if (key === themeKey) writeCookie(text ?? '');
    writePending([...readPending(), key]);
    const isStored = await this.hub.write(key, text).catch(() => false);
    if (isStored && localStorage.getItem(key) === text) {
      writePending(readPending().filter((other) => other !== key));
    } else if (!isStored)
      document.documentElement.dataset.storagePlace = 'nowhere' satisfies StoragePlace;
  }

  /** A link waits for the moment that it takes until the hub has everything. */
  private holdLink(event: MouseEvent): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || event.defaultPrevented || !isPlain || link.target || this.hub.open === 0) return;
    event.preventDefault();
    const go = () => {
      if (this.hub.open > 0) setTimeout(go, 5);
      else location.assign(link.href);
    };
    go();
  }
}

/** Joins two states of progress. One that cannot be read gives way. */
function join(mine: string | null, theirs: string | null): string | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  const [one, other] = [parseProgress(mine), parseProgress(theirs)];
  if ('problem' in other) return mine;
  if ('problem' in one) return theirs;
  return JSON.stringify(mergeProgress(one.progress, other.progress));
}

function store(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key);
  else localStorage.setItem(key, text);
}

/** Browsers tell the tabs of a site so; the mirror tells its own page. */
function tellPage(key: string): void {
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) }));
}

const readPending = (): string[] =>
  JSON.parse(localStorage.getItem(pendingKey) ?? '[]') as string[];

const writePending = (keys: string[]) =>
  localStorage.setItem(pendingKey, JSON.stringify([...new Set(keys)]));

const cookie = themeKey.replace(':', '.');

function readCookie(): string | undefined {
  return new RegExp(`(?:^|; )${cookie}=(light|dark|)(?:;|$)`).exec(document.cookie)?.[1];
}

function writeCookie(theme: string): void {
  document.cookie = `${cookie}=${theme}; path=/; SameSite=Lax; max-age=31536000`;
}
