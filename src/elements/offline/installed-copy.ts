import { describeCopy, toCacheNames, toSize } from '../../lib/offline/installed-copy.ts';
import type { FromWorker } from '../../lib/offline/installed-copy.ts';
import { askWorker } from './ask-worker.ts';
import { fetchLabs, readLabs } from './lab-files.ts';
import { storagePlace, writeItem } from '../progress/storage.ts';
import { choose } from './update-notice.ts';

const { serviceWorker, storage } = navigator;

/** `<installed-copy>`: what this browser keeps of the course, and the buttons that change it. */
class InstalledCopy extends HTMLElement {
  private running: AbortController | undefined;

  connectedCallback(): void {
    if (storagePlace() !== 'site') {
      this.say('state', 'You are reading the folder: everything is in it already.');
    } else if (!serviceWorker) {
      this.say(
        'state',
        'This browser keeps no copy here. Private windows refuse to, and so do addresses that do not start with https. The folder below works all the same.',
      );
    } else void this.start();
  }

  private async start(): Promise<void> {
    this.on('fetch', () => (this.running ? this.running.abort() : void this.fetchAll()));
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
    const isKept = await caches.has(toCacheNames(this.base).pages);
    const hasPages = isKept && Boolean(registration?.active);
    const labs = await readLabs(this.base).catch(() => undefined);
    const isWhole = hasPages && labs?.missing.length === 0;
    const here = labs ? labs.files.length - labs.missing.length : 0;
    this.say(
      'state',
      registration?.installing && !hasPages
        ? 'The pages are on their way; the next visit will work without a network.'
        : describeCopy(hasPages, here, labs?.files.length ?? 0),
    );
    this.say(
      'size',
      labs && !isWhole && !this.running
        ? `The labs take ${toSize(labs.total - labs.done)} more, unpacked; less comes over the line.`
        : '',
    );
    const label = here > 0 ? 'Fetch what is missing' : 'Make everything available offline';
    this.say('fetch', this.running ? 'Stop' : label);
    this.hide('fetch', isWhole);
    this.hide('remove', !hasPages || Boolean(this.running));
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
      `This site uses ${toSize(usage)}. The browser offers it ${toSize(quota)}, ${promise}.`,
    );
  }

  private async fetchAll(): Promise<void> {
    this.running = new AbortController();
    const { signal } = this.running;
    const stop = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    try {
      writeItem('kept-offline', null);
      // Asked for while the reader shows that the copy matters; some browsers want to be asked so.
      void storage.persist().then(() => this.showStorage());
      this.say('message', 'Fetching the pages …');
      await this.show();
      await Promise.race([this.fetchPages(), stop]);
      this.say('message', 'Fetching the labs …');
      const labs = await readLabs(this.base);
      await fetchLabs(this.base, labs, (done) => this.showProgress(done, labs.total), signal);
      this.say('message', '');
    } catch (error) {
      this.say('message', await this.explain(error as Error, signal.aborted));
    }
    this.running = undefined;
    this.find('progress').hidden = true;
    await this.show();
  }

  private async fetchPages(): Promise<void> {
    const registration = await serviceWorker.register(this.worker);
    await untilActive(registration);
    // A copy that was removed while its pages were open lives on without files.
    const reason = await askWorker(registration.active!, 'FETCH_PAGES');
    if (reason) throw new DOMException('', reason);
  }

  private async explain({ name }: Error, isStopped: boolean): Promise<string> {
    if (isStopped) return 'Stopped. What has been fetched stays.';
    if (name !== 'QuotaExceededError') {
      return 'The network broke off. What has been fetched stays, and the next try fetches the rest.';
    }
    const { missing } = await readLabs(this.base);
    const wanted = missing.reduce((sum, { bytes }) => sum + bytes, 0);
    const { usage = 0, quota = 0 } = await storage.estimate();
    const free = Math.max(0, quota - usage);
    // Some browsers claim more than there is, so that nobody is known by the size of a disk.
    const known = free < wanted ? `${toSize(free)} are free for this site, ` : '';
    return `The browser’s storage is full: ${known}${toSize(wanted)} are still to come. What has been fetched stays, and so does your progress. Make room on the device and try again, or take the folder below.`;
  }

  private async removeCopy(): Promise<void> {
    // Or the next page would fetch it again.
    writeItem('kept-offline', 'no');
    await (await this.registration())?.unregister();
    await Promise.all(Object.values(toCacheNames(this.base)).map((name) => caches.delete(name)));
    this.say('message', 'The copy is gone. Your progress is untouched.');
    await this.show();
  }

  private showProgress(done: number, total: number): void {
    this.find('progress').hidden = false;
    this.querySelector('progress')!.value = done / total;
    this.say('bytes', `${toSize(done)} of ${toSize(total)}`);
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

  private on(name: string, act: () => void): void {
    this.find(name).addEventListener('click', act);
  }

  /** Hides a button, or shows it. Whoever has pressed it goes on reading from what is here now. */
  private hide(name: string, isHidden: boolean): void {
    const button = this.find(name);
    if (isHidden && button === document.activeElement) this.find('state').focus();
    button.hidden = isHidden;
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
    let reason = '';
    serviceWorker.addEventListener('message', ({ data }) => ({ reason } = data as FromWorker));
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      // The worker's own word, which says why, may come a moment later.
      if (worker.state === 'redundant') {
        setTimeout(() => reject(new DOMException('', reason)), 500);
      }
    });
  });
}

customElements.define('installed-copy', InstalledCopy);
