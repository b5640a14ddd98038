import { afterEach, expect, it, vi } from 'vitest';
import '../../../src/elements/progress/course-review.ts';
import { readProgress } from '../../../src/elements/progress/progress-store.ts';
import type { Progress } from '../../../src/schemas/progress.ts';
import { attempt, click, fillStorage, find, open, press, settle, textOf } from './page.ts';

const term = (id: string) => ({
  id,
  chapter: 'one',
  term: id,
  definition: `<p>What ${id} is.</p>`,
  contrast: '',
  href: `/${id}/`,
});
const at = '2026-01-01T10:00:00Z';

/** Pages are fetched once, so each review has pages of its own. */
let opened = 0;

interface Cards {
  terms?: string[];
  /** Ids of questions that are due; those of `lost` stand on no page. */
  questions?: string[];
  lost?: string[];
  progress?: Partial<Progress> | string;
}

function openReview({ terms = [], questions = [], lost = [], progress }: Cards): void {
  const page = `/chapter/${(opened += 1)}/`;
  const activities = [...questions, ...lost].map((id) => ({ id, page }));
  open(
    `<course-review><p data-summary></p><button data-start hidden>Begin</button><div data-card></div>
      <script type="application/json" data-catalog>${JSON.stringify({ terms: terms.map(term), activities })}</script>
    </course-review>`,
    {
      progress: progress ?? {
        read: { one: at },
        attempts: activities.map(({ id }) => attempt(id, {}, at)),
      },
      site: {
        [page]: questions.map((id) => `<b id="${id}" hidden><button></button></b>`).join(''),
      },
    },
  );
}

const said = () => textOf('[data-summary]');
const begin = async () => {
  click('[data-start]');
  await settle();
};
const answer = (id: string) =>
  find(`#${id}`).dispatchEvent(new CustomEvent('course:attempt', { bubbles: true }));

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['nothing is stored', {}],
  ['what is stored is damaged', { progress: '{' }],
  ['its chapter was not read', { progress: {} }],
])('has no card where %s', (_, cards: Cards) => {
  openReview({ terms: cards.progress ? ['cache'] : [], ...cards });
  expect(said()).toMatch(/^Nothing is due today/);
  expect(find('[data-start]').hidden).toBe(true);
});

it('asks a term again at the end that was not known', async () => {
  openReview({ terms: ['cache', 'queue'] });
  expect(said()).toMatch(/^2 cards are due, 2 of them new: about 1 minute\./);
  await begin();
  expect(textOf('[data-card] h2')).toBe('cache');
  // A number rates only what is shown.
  press('[data-card] h2', '3');
  expect(said()).toBe('0 done, 2 to go.');
  click('.card > button');
  expect(textOf('[data-card] .back')).toMatch(/^What cache is\..*1 Again today2 Hard/);
  press('[data-card] h2', '5');
  press('[data-card] h2', '1');
  expect(textOf('[data-card] h2')).toBe('queue');
  click('.card > button');
  press('[data-card] h2', '4');
  expect(textOf('[data-card] h2')).toBe('cache');
  click('.card > button');
  click('[data-rating="3"]');
  await settle();
  expect(said()).toBe('Done for today: 3 cards.');
  expect(find('[data-card]').childElementCount).toBe(0);
  expect(readProgress().reviews.map(({ term, rating }) => [term, rating])).toEqual([
    ['cache', 1],
    ['queue', 4],
    ['cache', 3],
  ]);
});

it('leaves out questions that do not load, and says so', async () => {
  openReview({ questions: ['q1'], lost: ['gone', 'lost'] });
  await begin();
  expect(find('#q1').hidden).toBe(false);
  // Or the element would fill in the last answer.
  expect(find('#q1').dataset.fresh).toBe('');
  answer('q1');
  click('[data-next]');
  await settle();
  expect(said()).toBe('Done for today: 1 card. 2 could not be loaded, and come again.');
});

it('counts a question once and goes on once, however often it is answered and pressed', async () => {
  openReview({ questions: ['q1', 'q2', 'q3'] });
  await begin();
  answer('q1');
  answer('q1');
  expect(document.querySelectorAll('[data-next]')).toHaveLength(1);
  const next = find('[data-next]');
  next.click();
  next.click();
  await settle();
  expect(said()).toBe('1 done, 2 to go.');
  expect(find('[data-card]').firstElementChild!.id).toBe('q2');
});

it('says that a rating was not stored, beside the next card', async () => {
  openReview({ terms: ['cache', 'queue'] });
  await begin();
  click('.card > button');
  fillStorage();
  click('[data-rating="3"]');
  await settle();
  expect(said()).toMatch(/^Not stored/);
  expect(textOf('[data-card] h2')).toBe('queue');
});

it('looks again on another day, and when a page comes back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T10:00:00') });
  openReview({
    terms: ['client'],
    progress: {
      read: { one: at },
      reviews: [{ term: 'client', at: '2026-03-01T09:00:00.000Z', rating: 1 }],
    },
  });
  expect(said()).toMatch(/^Nothing is due today/);
  vi.setSystemTime(new Date('2026-03-09T10:00:00'));
  window.dispatchEvent(new Event('pageshow'));
  expect(said()).toMatch(/^1 card is due/);
});
