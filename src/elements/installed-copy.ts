import { describeCopy, toCacheNames, toMegabytes } from '../lib/installed/copy.ts';
import type { FromWorker } from '../lib/installed/copy.ts';
import { fetchLabs, readLabs } from './lab-files.ts';
import { home, writeItem } from './storage.ts';
import { choose } from './update-notice.ts';

const { serviceWorker, storage } = navigator;

/** `<installed-copy>`: what this browser keeps of the course, and the buttons that change it. */
class InstalledCopy extends HTMLElement {
  private running: AbortController | undefined;

  connectedCallback(): void {
    if (home() !== 'site') {
      this.say('state', 'You are reading the folder: everything is in it already.');
    } else if (!serviceWorker) {
      this.say(
        'state',
        'This browser keeps no copy here. Private windows refuse to, and so do addresses that do not start with https. The folder below works all the same.',
      );
    } else void this.start();
  }

  private async start(): Promise<void> {
    this.on('fetch', () => void this.fetchAll());
    this.on('stop', () => this.running?.abort());
    this.on('remove', () => void this.removeCopy());
    this.on('update', () => void this.registration().then((found) => found && choose(found)));
    // The copy may be under way while this page is open, and so may a newer one.
    const show = () => void this.show();
    const watch = (registration: ServiceWorkerRegistration) => {
      registration.installing?.addEventListener('statechange', show);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', show);
        show();
      });
    };
    serviceWorker.addEventListener('controllerchange', show);
    void serviceWorker.ready.then(watch);
    await this.show();
  }

  private async registration(): Promise<ServiceWorkerRegistration | undefined> {
    const found = await serviceWorker.getRegistration(this.base);
    const { scriptURL } = found?.active ?? found?.installing ?? found?.waiting ?? {};
    return scriptURL === this.worker ? found : undefined;
  }

  /** Says what is here now. */
  private async show(): Promise<void> {
    const registration = await this.registration();
    const hasPages = Boolean(registration?.active);
    const labs = await readLabs(this.base).catch(() => undefined);
    const isWhole = hasPages && labs?.missing.length === 0;
    const here = labs ? labs.files.length - labs.missing.length : 0;
    this.say(
      'state',
      registration && !hasPages
        ? 'The pages are on their way; the next visit will work without a network.'
        : describeCopy(hasPages, here, labs?.files.length ?? 0),
    );
    const size = labs && toMegabytes(labs.total - labs.done);
    this.say(
      'size',
      isWhole || !size ? '' : `The labs take ${size} more, unpacked; less comes over the line.`,
    );
    this.button('fetch').textContent =
      here > 0 ? 'Fetch what is missing' : 'Make everything available offline';
    this.button('fetch').hidden = isWhole || Boolean(this.running);
    this.button('remove').hidden = !registration || Boolean(this.running);
    this.find('waiting').hidden = !registration?.waiting || !hasPages;
    await this.showStorage();
  }

  private async showStorage(): Promise<void> {
    const { usage = 0, quota = 0 } = await storage.estimate();
    const promise = (await storage.persisted())
      ? 'and it has promised to keep it'
      : 'and it may drop it when the device runs short of space';
    this.say(
      'storage',
      `This site uses ${toMegabytes(usage)} of the ${toMegabytes(quota)} that the browser allows it, ${promise}.`,
    );
  }

  private async fetchAll(): Promise<void> {
    const running = new AbortController();
    this.setRunning(running);
    this.say('message', 'Fetching the pages …');
    try {
      writeItem('kept-offline', null);
      // Asked for while the reader shows that the copy matters; some browsers want to be asked so.
      void storage.persist().then(() => this.showStorage());
      await untilActive(await serviceWorker.register(this.worker));
      this.say('message', 'Fetching the labs …');
      this.button('stop').hidden = false;
      const show = (done: number, total: number) => this.showProgress(done, total);
      await fetchLabs(this.base, await readLabs(this.base), show, running.signal);
      this.say('message', 'Everything is here.');
    } catch (error) {
      this.say('message', await this.explain(error as Error));
    }
    this.setRunning(undefined);
    await this.show();
  }

  private async explain({ name }: Error): Promise<string> {
    if (name === 'AbortError') return 'Stopped. What has been fetched stays.';
    if (name !== 'QuotaExceededError') {
      return 'The network broke off. What has been fetched stays, and the next try fetches the rest.';
    }
    const { usage = 0, quota = 0 } = await storage.estimate();
    return `The browser’s storage is full: ${toMegabytes(Math.max(0, quota - usage))} are free for this site. What has been fetched stays, and so does your progress. Make room on the device and try again, or take the folder below.`;
  }

  private async removeCopy(): Promise<void> {
    // Or the next page would fetch it again.
    writeItem('kept-offline', 'no');
    await (await this.registration())?.unregister();
    await Promise.all(Object.values(toCacheNames(this.base)).map((name) => caches.delete(name)));
    this.say('message', 'The copy is gone. Your progress is untouched.');
    await this.show();
  }

  private setRunning(running: AbortController | undefined): void {
    this.running = running;
    this.button('fetch').hidden = Boolean(running);
    this.button('remove').hidden = Boolean(running);
    this.button('stop').hidden = true;
    this.find('progress').hidden = true;
  }

  private showProgress(done: number, total: number): void {
    this.find('progress').hidden = false;
    this.querySelector('progress')!.value = done / total;
    this.say('bytes', `${toMegabytes(done)} of ${toMegabytes(total)}`);
  }

  private get base(): string {
    return this.dataset.base!;
  }

  private get worker(): string {
    return new URL(`${this.base}sw.js`, location.href).href;
  }

  private find(name: string): HTMLElement {
    return this.querySelector(`[data-${name}]`)!;
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector(`button[data-${name}]`)!;
  }

  private on(name: string, act: () => void): void {
    this.button(name).addEventListener('click', act);
  }

  private say(place: string, text: string): void {
    const part = this.find(place);
    if (part.textContent !== text) part.textContent = text;
  }
}

/**
 * Waits until the pages are here.
 *
 * @throws an error with the name of what stopped them.
 */
function untilActive(registration: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    if (registration.active) resolve();
    const worker = registration.installing ?? registration.waiting;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error());
    });
    serviceWorker.addEventListener('message', ({ data }) => {
      const { type, reason } = data as FromWorker;
      if (type === 'FAILED') reject(new DOMException('', reason));
    });
  });
}

customElements.define('installed-copy', InstalledCopy);
