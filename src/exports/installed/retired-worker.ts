/// <reference lib="webworker" />
/** Takes the worker's place where the site is no longer to be kept: forgets everything and goes. */
import { toCacheNames } from '../../lib/offline/installed-copy.ts';
import type { Build } from './build.ts';

declare const self: ServiceWorkerGlobalScope;
/** The build replaces this name. */
declare const BUILD: Pick<Build, 'base'>;

self.addEventListener('install', () => void self.skipWaiting());
// Chromium at times forgets what it was told that early. Open pages ask a new worker for its name.
self.addEventListener('message', () => void self.skipWaiting());

// Pages in use stay as they are: what they ask for comes from the network again.
self.addEventListener('activate', (event) => {
  const names = Object.values(toCacheNames(BUILD.base));
  event.waitUntil(
    Promise.all([...names.map((name) => caches.delete(name)), self.registration.unregister()]),
  );
});
