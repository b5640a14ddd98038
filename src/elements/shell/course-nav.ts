import { watchProgress } from '../progress/progress-store.ts';

// Ticks the chapters that have been read, wherever chapters are listed.
watchProgress(({ read }) => {
  document.querySelectorAll<HTMLElement>('[data-chapter-mark]').forEach((mark) => {
    const isRead = (mark.dataset.chapterMark ?? '') in read;
    mark.innerHTML = isRead ? '✓<span class="visually-hidden"> read</span>' : '';
  });
});
