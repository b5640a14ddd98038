import type { StoragePlace } from '../../lib/progress/storage-place.ts';
import { storagePlace, readItem } from './storage.ts';

const sentences: Record<StoragePlace, string> = {
  site: 'Your progress is kept in this browser, for this site only.',
  browser:
    'Your progress is kept in this browser, wherever this folder lies: you may move or rename it.',
  folder:
    'Your progress is kept in this browser, for this folder in its place: save it as a file before you move or rename the folder.',
  nowhere:
    'This browser keeps nothing from one page to the next here: save your progress as a file before you leave a page.',
};

const missing =
  'Nothing is kept for this folder yet. If you have moved it, or used another browser before, restore your file.';

/** `<where-kept>`: says where the reader's progress lives. */
class WhereKept extends HTMLElement {
  connectedCallback(): void {
    const place = storagePlace();
    const isMoved = place === 'folder' && readItem('progress') === null;
    this.querySelector('span')!.textContent = sentences[place] + (isMoved ? ` ${missing}` : '');
  }
}

customElements.define('where-kept', WhereKept);
