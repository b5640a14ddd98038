import { describe, expect, it } from 'vitest';
import { editHtml, remove, setAttribute } from '../../src/exports/site/html.ts';

describe('edits of HTML', () => {
  const html = '<P  class=a>one<b hidden>two</b><I title="x">three</I></P>';

  it('leave everything else as it is', () => {
    const edited = editHtml(html, (element, text) => {
      if (element.tagName === 'b') remove(element, text);
      if (element.tagName === 'i') setAttribute(element, 'title', '"y"', text);
      return false;
    });
    expect(edited).toBe('<P  class=a>one<I title="&quot;y&quot;">three</I></P>');
  });

  it('keep several insertions at one place in order, beside what is taken out there', () => {
    const edited = editHtml(html, (element, text) => {
      const { startOffset, endOffset } = element.sourceCodeLocation!;
      if (element.tagName === 'p') {
        const at = html.indexOf('<I');
        text.appendRight(at, '1');
        text.appendRight(at, '2');
      }
      if (element.tagName === 'b') text.update(startOffset, endOffset, 'B');
      return false;
    });
    expect(edited).toBe('<P  class=a>oneB12<I title="x">three</I></P>');
  });

  it('do not look within what has been taken out', () => {
    const seen: string[] = [];
    editHtml('<p><b><i></i></b></p><i></i>', (element, text) => {
      seen.push(element.tagName);
      if (element.tagName === 'b') remove(element, text);
      return element.tagName === 'b';
    });
    expect(seen).toEqual(['p', 'b', 'i']);
  });
});
