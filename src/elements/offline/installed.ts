import { readItem } from '../progress/storage.ts';

// Lets the browser keep the course, once a page is there and nothing else is to be done. Whatever
// there is to say about it afterwards loads when it is to be said.
const { serviceWorker, connection } = navigator as Navigator & {
  connection?: { saveData?: boolean };
};
const worker = new URL(`${import.meta.env.BASE_URL}sw.js`, location.href).href;

async function start(): Promise<void> {
  let isKept = Boolean(serviceWorker.controller);
  // Whoever has removed the copy, or saves data, gets one by the button on the offline page only.
  if (readItem('kept-offline') === 'no') return;
  if (connection?.saveData && serviceWorker.controller?.scriptURL !== worker) return;
  const registration = await serviceWorker.register(worker);
  const load = () => import('./update-notice.ts');
  const offer = () => {
    if (isKept && registration.waiting) void load().then(({ offer }) => offer(registration));
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  serviceWorker.addEventListener('controllerchange', () => {
    if (isKept) void load().then(({ greet }) => greet());
    isKept = true;
  });
  offer();
}

addEventListener('load', () => {
  // Safari has no idle callback.
  const whenIdle = (act: () => void) =>
    'requestIdleCallback' in window ? requestIdleCallback(act) : setTimeout(act);
  // Private windows and full disks refuse; the course works all the same.
  if (serviceWorker) whenIdle(() => void start().catch(() => undefined));
});
