/**
 * Starts a module as a worker that keeps to the policy of its page. A worker from an address would
 * keep to nothing but the header that came with it, which many hosts do not send; one from a blob
 * has its page's policy by the standard (https://w3c.github.io/webappsec-csp/#initialize-global-object-csp).
 *
 * @param address - of the module, as Vite gives it for `?worker&url`.
 */
export function startWorker(address: string): Worker {
  const url = new URL(address, import.meta.url);
  // In a copy that is opened from a folder, the runtime starts workers, from blobs as well.
  if (url.origin !== location.origin) return new Worker(url, { type: 'module' });
  const start = new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(start), { type: 'module' });
}
