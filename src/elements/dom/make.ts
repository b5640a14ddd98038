/** Makes an element with text or children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Turns `code` in a plain sentence into code; nothing else is markup. */
export function withCode(text: string): (Node | string)[] {
  return text
    .split('`')
    .map((part, place) => (place % 2 === 1 ? make('code', '', part) : part))
    .filter((part) => part !== '');
}
