import { draftsOf, toDraftKey } from '../../lib/progress/drafts.ts';
import { readProgress, updateProgress, watchProgress } from '../progress/progress-store.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Milliseconds without a keystroke after which a text is kept. */
const pause = 400;

interface Tell {
  /** The browser stores nothing. */
  onFull: () => void;
  /** Another tab's text took the place of one that was typed here. */
  onReplaced: (bringBack: () => void) => void;
}

/**
 * Keeps what is written in the fields of an activity (`data-draft`, with the field's name) as it is
 * written, and puts it in again on the next visit. In two tabs the newer text of each field counts.
 */
export class Drafts {
  private readonly root: HTMLElement;
  private readonly tell: Tell;
  /** When a field was last changed in this tab, or its text taken over; ISO 8601. */
  private readonly changed = new Map<string, string>();
  /** Fields that were typed into here, and what of them is not stored yet. */
  private readonly typed = new Set<string>();
  private readonly waiting = new Set<string>();
  private since = '';
  private isFilling = false;
  private timer = 0;

  constructor(root: HTMLElement, tell: Tell) {
    this.root = root;
    this.tell = tell;
    // Somebody may have typed before this script came.
    for (const [name, fields] of this.fields) if (isTouched(fields)) this.note(name);
  }

  /**
   * Puts in what was written after a moment, and keeps from now on what is written.
   *
   * @param since - when the activity was last answered; the answer holds what was written until then.
   */
  start(since = ''): void {
    this.since = since;
    this.take((name, at) => at > since && !this.changed.has(name));
    this.root.addEventListener('input', ({ target }) => {
      const field = (target as Element).closest<HTMLElement>('[data-draft]');
      if (!field || this.isFilling) return;
      this.note(field.dataset.draft!);
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.keep(), pause);
    });
    this.root.addEventListener('focusout', () => this.takeOthers());
    const leave = () => this.keep();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    // A page from the browser's back/forward memory has missed what other pages did.
    window.addEventListener('pageshow', () => this.takeOthers());
    watchProgress(() => this.takeOthers());
  }

  /** Stores what is not stored yet. */
  keep(): void {
    clearTimeout(this.timer);
    const stored = draftsOf(readProgress(), this.root.id);
    const drafts = [...this.waiting].flatMap((name) => {
      const fields = this.fields.get(name);
      const at = this.changed.get(name)!;
      const known = stored[name];
      if (!fields || (known && (known.at > at || known.text === valueOf(fields)))) return [];
      return [[toDraftKey(this.root.id, name), { text: valueOf(fields), at }] as const];
    });
    this.waiting.clear();
    if (drafts.length === 0) return;
    const isSaved = updateProgress((progress) => ({
      ...progress,
      drafts: { ...progress.drafts, ...Object.fromEntries(drafts) },
    }));
    if (!isSaved) this.tell.onFull();
  }

  /** Fields by name; boxes of one group have one. */
  private get fields(): Map<string, Field[]> {
    const fields = new Map<string, Field[]>();
    for (const field of this.root.querySelectorAll<Field>('[data-draft]')) {
      const name = field.dataset.draft!;
      fields.set(name, [...(fields.get(name) ?? []), field]);
    }
    return fields;
  }

  private note(name: string): void {
    this.changed.set(name, new Date().toISOString());
    this.typed.add(name);
    this.waiting.add(name);
  }

  /** Takes over what is newer elsewhere, unless somebody is writing just there. */
  private takeOthers(): void {
    this.take((name, at, fields) => at > (this.changed.get(name) ?? this.since) && !isBusy(fields));
  }

  private take(isWanted: (name: string, at: string, fields: Field[]) => boolean): void {
    const { fields } = this;
    for (const [name, { text, at }] of Object.entries(draftsOf(readProgress(), this.root.id))) {
      const own = fields.get(name);
      if (!own || !isWanted(name, at, own)) continue;
      const before = valueOf(own);
      this.changed.set(name, at);
      this.waiting.delete(name);
      if (before === text) continue;
      this.fill(own, text);
      if (!this.typed.delete(name) || !before.trim()) continue;
      this.tell.onReplaced(() => {
        this.fill(own, before);
        this.note(name);
        this.keep();
      });
    }
  }

  private fill(fields: Field[], text: string): void {
    this.isFilling = true;
    setValue(fields, text);
    this.isFilling = false;
  }
}

const isBox = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

/** The text of a field; of boxes, the value of the one that is checked. */
function valueOf(fields: Field[]): string {
  const checked = fields.find((field) => !isBox(field) || field.checked);
  return checked?.value ?? '';
}

function setValue(fields: Field[], text: string): void {
  for (const field of fields) {
    if (isBox(field)) field.checked = field.value === text;
    else field.value = text;
  }
  // Whatever follows a field follows it as if it had been typed.
  for (const name of ['input', 'change']) {
    fields[0]!.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

function isTouched([field]: Field[]): boolean {
  if (!field || isBox(field) || field instanceof HTMLSelectElement) return false;
  return field.value !== field.defaultValue;
}

/** Whether somebody is writing in a field, or in the editor that stands over it. */
function isBusy([field]: Field[]): boolean {
  const place = field!.closest('.lab') ?? field!;
  return document.hasFocus() && place.contains(document.activeElement);
}
