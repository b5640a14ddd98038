import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { HighlightStyle, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colors are the site's own, by the variables of its style sheet. */
const style = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--apply)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--evaluate)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--ink-2)', fontStyle: 'italic' },
  { tag: [tags.function(tags.variableName), tags.typeName], color: 'var(--create)' },
]);

const theme = EditorView.theme({
  '&': {
    fontSize: '0.9rem',
    color: 'var(--ink)',
    background: 'var(--paper)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '7px',
  },
  '&.cm-focused': { outline: '2.5px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', minHeight: '11rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--ink-2)', background: 'var(--paper-2)', border: '0' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    background: 'var(--accent-soft) !important',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    background: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '.cm-tooltip': { color: 'var(--ink)', background: 'var(--paper)', borderColor: 'var(--rule)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--paper)',
    background: 'var(--accent)',
  },
});

/**
 * Sets an editor over a field and keeps the field's value in step, so that all else goes on reading
 * the field. Escape, then Tab, leaves it.
 *
 * @param language - what the editor knows of the language.
 * @param onRun - called by Ctrl+Enter or Cmd+Enter.
 */
export function setEditor(
  field: HTMLTextAreaElement,
  language: Extension,
  onRun: () => void,
): EditorView {
  const editor = new EditorView({
    state: EditorState.create({
      doc: field.value,
      selection: { anchor: field.selectionStart, head: field.selectionEnd },
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        language,
        syntaxHighlighting(style),
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': field.labels[0]?.textContent ?? '',
          'aria-describedby': field.getAttribute('aria-describedby') ?? '',
        }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) field.value = state.doc.toString();
        }),
        keymap.of([
          { key: 'Mod-Enter', run: () => (onRun(), true) },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
      ],
    }),
  });
  const hadFocus = field.ownerDocument.activeElement === field;
  field.before(editor.dom);
  field.hidden = true;
  if (hadFocus) editor.focus();
  return editor;
}

/** Puts a text into an editor in place of what stands there. */
export function setText(editor: EditorView, text: string): void {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}
