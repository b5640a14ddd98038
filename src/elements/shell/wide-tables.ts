// A table that scrolls sideways must be reachable by keyboard, and only such a table.
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) (target as HTMLElement).tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
document.querySelectorAll('.prose table:not([class])').forEach((table) => observer.observe(table));
