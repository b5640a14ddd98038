const added = new Set<string>();

/** Adds rules to the page, once: for what only a script shows, so that pages come without them. */
export function addStyle(css: string): void {
  if (added.has(css)) return;
  added.add(css);
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}
