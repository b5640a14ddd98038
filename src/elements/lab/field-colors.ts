import { toTokens } from '../../lib/lab/tokens-of-code.ts';
import type { Language } from '../../lib/lab/tokens-of-code.ts';
import { make } from '../dom/make.ts';

/**
 * Lays the code in its colors over a field for as long as nobody types there. What can be selected,
 * heard and searched is the field's own text.
 */
export function colorField(field: HTMLTextAreaElement, language: Language): void {
  const colors = make('pre', 'field colors');
  colors.ariaHidden = 'true';
  const color = () =>
    colors.replaceChildren(
      ...toTokens(field.value, language).map(({ kind, text }) =>
        kind === 'plain' ? text : make('span', kind, text),
      ),
    );
  field.addEventListener('input', color);
  field.addEventListener('scroll', () => (colors.scrollTop = field.scrollTop));
  color();
  field.after(colors);
}
