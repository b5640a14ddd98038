import { beforeEach, expect, it, vi } from 'vitest';
import { choose, greet, offer } from '../../../src/elements/offline/update-notice.ts';
import { toKey } from '../../../src/lib/progress/storage-place.ts';
import { click, find, open, textOf } from './page.ts';

/** A worker that waits, and says its version when it is asked. */
function toWaiting(version: string) {
  const messages: string[] = [];
  const postMessage = ({ type }: { type: string }, [port]: MessagePort[] = []) => {
    messages.push(type);
    port?.postMessage(version);
  };
  return { messages, worker: { postMessage } as unknown as ServiceWorker };
}

const toRegistration = (waiting: ServiceWorker | null) =>
  ({ waiting }) as ServiceWorkerRegistration;

const notices = () => document.querySelectorAll('.update-notice').length;
const kept = () => localStorage.getItem(toKey('update-later'));

/** Lets what was pressed have an effect, and what a port has sent arrive. */
const wait = () => new Promise((resolve) => setTimeout(resolve, 20));

const page = '<div class="activity"><input /></div><footer class="site-foot"></footer>';
let onSight: IntersectionObserverCallback;

beforeEach(() => {
  open(page);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: IntersectionObserverCallback) {
        onSight = callback;
      }
      observe(): void {}
    },
  );
});

it('tells of a version once, however often it is offered', async () => {
  const { worker } = toWaiting('2');
  await Promise.all([offer(toRegistration(worker)), offer(toRegistration(worker))]);
  expect(notices()).toBe(1);
  expect(find('.update-notice').nextElementSibling).toBe(find('.site-foot'));
  expect(kept()).toBeNull();
  onSight([{ isIntersecting: false } as IntersectionObserverEntry], {} as IntersectionObserver);
  expect(kept()).toBeNull();
  onSight([{ isIntersecting: true } as IntersectionObserverEntry], {} as IntersectionObserver);
  expect(kept()).toBe('2');
  find('.update-notice').remove();
  await offer(toRegistration(worker));
  expect(notices()).toBe(0);
  await offer(toRegistration(toWaiting('3').worker));
  expect(notices()).toBe(1);
});

it('says nothing where no version waits, or where the page says it itself', async () => {
  await offer(toRegistration(null));
  open(`<installed-copy></installed-copy>${page}`);
  await offer(toRegistration(toWaiting('2').worker));
  expect(notices()).toBe(0);
});

it('says nothing of a version that another has overtaken', async () => {
  const registration = { waiting: toWaiting('2').worker };
  const told = offer(registration as ServiceWorkerRegistration);
  registration.waiting = toWaiting('3').worker;
  await told;
  expect(notices()).toBe(0);
});

it('waits until no exercise has the focus', async () => {
  find('input').focus();
  const told = offer(toRegistration(toWaiting('2').worker));
  await wait();
  expect(notices()).toBe(0);
  find('input').blur();
  await told;
  expect(notices()).toBe(1);
});

it('puts a version off', async () => {
  await offer(toRegistration(toWaiting('2').worker));
  click('.update-notice button:last-child');
  expect(notices()).toBe(0);
  expect(kept()).toBe('2');
});

it('goes when another tab has put it off', async () => {
  await offer(toRegistration(toWaiting('2').worker));
  window.dispatchEvent(new StorageEvent('storage', { key: toKey('update-later') }));
  expect(notices()).toBe(0);
});

it('tells of a version that another tab has chosen, and reloads where it was chosen here', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  vi.stubGlobal('navigator', { serviceWorker: { controller: toWaiting('2').worker } });
  await greet();
  expect(textOf('.update-notice p')).toMatch(/^A newer version of the course is in use/);
  expect(reload).not.toHaveBeenCalled();
  const { worker, messages } = toWaiting('3');
  choose(toRegistration(worker));
  expect(messages).toEqual(['SKIP_WAITING']);
  await greet();
  expect(reload).toHaveBeenCalledTimes(1);
});
