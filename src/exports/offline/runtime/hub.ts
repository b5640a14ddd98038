import { toKey } from '../../../lib/progress/storage-place.ts';
import type { HubReply, HubRequest, Items } from './hub-protocol.ts';

/**
 * Some browsers give every file a storage of its own. This page stands in an invisible frame of
 * all others; as it is one file, its storage is one for them all.
 */
window.addEventListener('message', ({ source, ports: [port] }) => {
  if (!port || source !== window.parent || window.parent === window) return;
  const tell = (reply: HubReply) => port.postMessage(reply);
  port.onmessage = ({ data }: MessageEvent<HubRequest>) => {
    if (data.kind === 'read') tell({ kind: 'items', id: data.id, items: readItems() });
    else tell({ kind: 'written', id: data.id, isStored: write(data.key, data.text) });
  };
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(toKey(''))) tell({ kind: 'changed', key, text: newValue });
  });
});

function readItems(): Items {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(toKey('')));
  return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key) ?? '']));
}

function write(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
