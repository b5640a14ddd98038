import { createEmptyCard, fsrs } from 'ts-fsrs';
import type { Card, Grade } from 'ts-fsrs';
import type { Attempt, Progress, Rating } from '../../schemas/progress.ts';

/** What can be reviewed: terms, and activities that take a minute. */
export interface ReviewCatalog {
  terms: readonly { id: string; chapter: string }[];
  activities: readonly { id: string }[];
}

/** A card that is due. */
export interface DueCard {
  kind: 'term' | 'activity';
  id: string;
  /** Whether it was never looked at. */
  isNew: boolean;
}

/** New terms a day, so that nobody is buried after reading three chapters. */
export const newTermsADay = 8;

/** About so many seconds a card takes. */
export const secondsACard = 20;

/** Days only: a session may last two minutes, and the next one is tomorrow at the earliest. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

/**
 * When a card is due, after FSRS (https://github.com/open-spaced-repetition/fsrs4anki/wiki): worked
 * out anew from all its looks, so that nothing but the looks themselves need be stored.
 */
function replay(looks: readonly { at: string; rating: Rating }[]): Card {
  const [first] = looks;
  const empty = createEmptyCard(first ? new Date(first.at) : new Date());
  return looks.reduce(
    (card, { at, rating }) => scheduler.next(card, new Date(at), rating as Grade).card,
    empty,
  );
}

/** The day on which a card comes back if it is rated now, for each rating. */
export function nextDays(looks: readonly { at: string; rating: Rating }[], now: Date): Date[] {
  const card = replay(looks);
  return ([1, 2, 3, 4] as const).map((rating) => scheduler.next(card, now, rating).card.due);
}

/** An answer as a look at a card: wrong, with help or in part, right. */
function toRating({ passed, hints, score, solutionSeen }: Attempt): Rating {
  if (!passed || solutionSeen) return 1;
  return hints > 0 || score < 1 ? 2 : 3;
}

/** The looks at an activity: its first answer of each day. */
function looksAt(attempts: readonly Attempt[]): { at: string; rating: Rating }[] {
  const days = new Set<string>();
  return attempts.flatMap((attempt) => {
    const day = new Date(attempt.at).toDateString();
    if (days.has(day)) return [];
    days.add(day);
    return [{ at: attempt.at, rating: toRating(attempt) }];
  });
}

/**
 * What is due today: looked at before and due by the end of the day, the longest overdue first;
 * then new terms of chapters that were read, as many as a day allows.
 */
export function findDue(progress: Progress, catalog: ReviewCatalog, now: Date): DueCard[] {
  const end = new Date(now);
  end.setHours(23, 59, 59, 999);
  const { reviews, attempts, read } = progress;
  const known = new Set(reviews.map(({ term }) => term));
  const looked = [
    ...catalog.terms
      .filter(({ id }) => known.has(id))
      .map(({ id }) => ({
        kind: 'term' as const,
        id,
        card: replay(reviews.filter(({ term }) => term === id)),
      })),
    ...catalog.activities
      .map(({ id }) => ({ id, own: attempts.filter(({ activity }) => activity === id) }))
      .filter(({ own }) => own.length > 0)
      .map(({ id, own }) => ({ kind: 'activity' as const, id, card: replay(looksAt(own)) })),
  ];
  const due = looked
    .filter(({ card }) => card.due <= end)
    .sort((a, b) => a.card.due.getTime() - b.card.due.getTime())
    .map(({ kind, id }) => ({ kind, id, isNew: false }));
  const today = now.toDateString();
  const begun = new Set(
    reviews
      .filter(({ term }, place) => reviews.findIndex((review) => review.term === term) === place)
      .filter(({ at }) => new Date(at).toDateString() === today)
      .map(({ term }) => term),
  );
  const fresh = catalog.terms
    .filter(({ id, chapter }) => !known.has(id) && chapter in read)
    .slice(0, Math.max(0, newTermsADay - begun.size))
    .map(({ id }) => ({ kind: 'term' as const, id, isNew: true }));
  return [...due, ...fresh];
}
