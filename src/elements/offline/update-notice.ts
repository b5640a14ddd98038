import type { ToWorker } from '../../lib/offline/installed-copy.ts';
import { addStyle } from '../dom/add-style.ts';
import { askWorker } from './ask-worker.ts';
import { make } from '../dom/make.ts';
import { readItem, watchItem, writeItem } from '../progress/storage.ts';
import style from './update-notice.css?inline';

const name = 'update-later';
let isChosen = false;

/** Tells of a version that waits, unless the reader has put it off. */
export async function offer(registration: ServiceWorkerRegistration): Promise<void> {
  const { waiting } = registration;
  if (!waiting) return;
  const version = await askWorker(waiting, 'VERSION');
  await untilNoExercise();
  // The page about the copy says it itself.
  const isSaid = readItem(name) === version || document.querySelector('installed-copy');
  if (isSaid || registration.waiting !== waiting) return;
  const notice = show('There is a newer version of the course.', [
    ['Use it now', () => choose(registration)],
    ['Later', () => writeItem(name, version)],
  ]);
  // It is told once, and that is done when it has been seen, not when it stands below the screen.
  new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting) writeItem(name, version);
  }).observe(notice);
  watchItem(name, () => notice.remove());
}

/** Puts the waiting version in the place of the one in use, and shows this page in it. */
export function choose(registration: ServiceWorkerRegistration): void {
  isChosen = true;
  registration.waiting?.postMessage({ type: 'SKIP_WAITING' } satisfies ToWorker);
}

/** What to do when another version has taken over: here it was chosen, elsewhere it is only told. */
export async function greet(): Promise<void> {
  if (isChosen) {
    location.reload();
    return;
  }
  // One that only takes its copy back is nothing to tell of.
  await askWorker(navigator.serviceWorker.controller!, 'VERSION');
  await untilNoExercise();
  show('A newer version of the course is in use. Reload this page when you are done with it.', [
    ['Reload', () => location.reload()],
    ['Close', () => undefined],
  ]);
}

/** Waits until no exercise has the focus: nobody is interrupted in an answer. */
async function untilNoExercise(): Promise<void> {
  while (document.activeElement?.closest('.activity, .lab')) {
    await new Promise((resolve) => document.addEventListener('focusout', resolve, { once: true }));
    // The focus arrives after it has left.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

type Choice = [label: string, act: () => void];

/** Says something at the end of the page, where it covers no text and moves none. */
function show(text: string, choices: Choice[]): HTMLElement {
  addStyle(style);
  const buttons = choices.map(([label, act]) => {
    const button = make('button', 'button quiet', label);
    button.type = 'button';
    button.addEventListener('click', () => {
      act();
      notice.remove();
    });
    return button;
  });
  const words = make('p', '');
  const notice = make(
    'div',
    'update-notice print:hidden',
    words,
    make('div', 'actions', ...buttons),
  );
  words.role = 'status';
  document.querySelector('.update-notice')?.remove();
  document.querySelector('.site-foot')!.before(notice);
  // A status is read out when it changes, not when it comes with its words.
  words.textContent = text;
  return notice;
}
