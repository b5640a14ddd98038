import { readJson } from '../dom/read-json.ts';
import { toMastery } from '../../lib/progress/mastery.ts';
import type { EvidenceItem } from '../../lib/progress/mastery.ts';
import { advise, lastResults } from '../../lib/progress/route.ts';
import type { Progress } from '../../schemas/progress.ts';
import { watchProgress } from '../progress/progress-store.ts';

const choices = ['objective', 'chapter', 'topic'] as const;

/**
 * `<syllabus-map>`: lights the trail of a skill, what a chapter builds on, or a topic.
 * The choice stands in the address, so that it can be shared.
 */
class SyllabusMap extends HTMLElement {
  connectedCallback(): void {
    this.selects.forEach((select) => {
      select.addEventListener('change', () => {
        for (const other of this.selects) if (other !== select) other.value = '';
        this.show();
        this.remember();
      });
    });
    window.addEventListener('popstate', () => this.recall());
    this.recall();
    watchProgress((progress) => {
      this.showMastery(progress);
      this.showRoute(progress);
    });
  }

  /** Fills the marks of the skills that the reader has mastered. */
  private showMastery(progress: Progress): void {
    const evidence = readJson<Record<string, EvidenceItem[]>>(this, 'evidence');
    for (const [code, items] of Object.entries(evidence)) {
      const { level } = toMastery(progress, items);
      this.querySelectorAll<HTMLElement>(`a[data-objective="${code}"]`).forEach((mark) => {
        mark.dataset.mastery = level;
        const words = { new: '', begun: ', begun', mastered: ', mastered', lapsed: ', lapsed' };
        mark.querySelector('[data-shown]')?.remove();
        const note = document.createElement('span');
        note.className = 'visually-hidden';
        note.dataset.shown = '';
        note.textContent = words[level];
        mark.append(note);
      });
    }
  }

  /** Says beside each chapter what the diagnostic advises. */
  private showRoute({ diagnostics }: Progress): void {
    const results = lastResults(diagnostics);
    for (const row of this.rows) {
      const place = row.querySelector<HTMLElement>('[data-way]')!;
      const objectives = row.dataset.skills!.split(' ');
      const advice = results && advise({ id: row.dataset.chapter!, objectives }, results);
      place.textContent = advice ? ` ${advice.way}` : '';
      place.title = advice?.reason ?? '';
      row.dataset.route = advice?.way ?? '';
    }
  }

  private get selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>('[data-choose]')];
  }

  private get rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('tr[data-chapter]')];
  }

  /** Takes the choice from the address; what it does not know it ignores. */
  private recall(): void {
    const query = new URLSearchParams(location.search);
    this.selects.forEach((select) => {
      const wanted = query.get(select.dataset.choose!) ?? '';
      const isKnown = [...select.options].some(({ value }) => value === wanted);
      select.value = isKnown ? wanted : '';
    });
    this.show();
  }

  private remember(): void {
    const url = new URL(location.href);
    for (const name of choices) url.searchParams.delete(name);
    const chosen = this.selects.find(({ value }) => value);
    if (chosen) url.searchParams.set(chosen.dataset.choose!, chosen.value);
    history.replaceState(null, '', url);
  }

  private show(): void {
    const chosen = this.selects.find(({ value }) => value);
    this.toggleAttribute('data-chosen', chosen !== undefined);
    this.querySelectorAll('[data-lit]').forEach((element) => element.removeAttribute('data-lit'));
    const trail = this.querySelector('[data-trail]')!;
    if (!chosen) {
      trail.textContent = 'Choose a skill, a chapter or a topic, and the map shows its trail.';
      return;
    }
    const show = {
      objective: () => this.showObjective(chosen.value),
      chapter: () => this.showChapter(chosen.value),
      topic: () => this.showTopic(chosen.value, chosen.selectedOptions[0]!.text),
    }[chosen.dataset.choose as (typeof choices)[number]];
    const [lead, rest] = show();
    const bold = document.createElement('b');
    bold.textContent = lead;
    trail.replaceChildren(bold, ` ${rest}`);
  }

  private showObjective(code: string): [string, string] {
    const marks = this.querySelectorAll(`[data-objective="${code}"]`);
    marks.forEach((mark) => {
      mark.toggleAttribute('data-lit', true);
      mark.closest('tr')!.toggleAttribute('data-lit', true);
    });
    return [code, readJson<Record<string, string>>(this, 'sentences')[code] ?? ''];
  }

  private showChapter(id: string): [string, string] {
    const find = (chapter: string) => this.rows.find((row) => row.dataset.chapter === chapter)!;
    const needed = new Set<HTMLElement>();
    const collect = (row: HTMLElement) => {
      for (const before of row.dataset.needs!.split(' ').filter(Boolean)) {
        if (needed.has(find(before))) continue;
        needed.add(find(before));
        collect(find(before));
      }
    };
    const chapter = find(id);
    collect(chapter);
    for (const row of [chapter, ...needed]) row.toggleAttribute('data-lit', true);
    const numbers = this.rows.filter((row) => needed.has(row)).map((row) => row.dataset.number);
    return [
      `Chapter ${chapter.dataset.number}`,
      numbers.length > 0 ? `builds on ${numbers.join(', ')}.` : 'can be read first.',
    ];
  }

  private showTopic(id: string, wording: string): [string, string] {
    const rows = this.rows.filter((row) => row.dataset.topics!.split(' ').includes(id));
    for (const row of rows) row.toggleAttribute('data-lit', true);
    return [wording, `comes in chapters ${rows.map((row) => row.dataset.number).join(', ')}.`];
  }
}

customElements.define('syllabus-map', SyllabusMap);
