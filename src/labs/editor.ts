import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { HighlightStyle, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { mendCharacters } from '../lib/lab/mend-characters.ts';

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
  // There, backgrounds go, unless they are the system's own.
  '@media (forced-colors: active)': {
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'HighlightText',
      background: 'Highlight',
      forcedColorAdjust: 'none',
    },
  },
});

/**
 * Escape, then Tab, leaves the editor: whatever Escape closes besides, and however long the pause
 * between them. What is typed instead takes it back.
 */
const leaving: Extension = [
  Prec.highest(
    keymap.of([
      {
        key: 'Escape',
        run: (view) => {
          closeCompletion(view);
          view.setTabFocusMode(true);
          return true;
        },
      },
    ]),
  ),
  EditorView.updateListener.of(({ docChanged, focusChanged, view }) => {
    if (docChanged || focusChanged) view.setTabFocusMode(false);
  }),
];

/** Mends what is typed or pasted at a place; see `mendCharacters`. */
function mendAt(state: EditorState, from: number, text: string): string {
  const [tokens] = state.languageDataAt<{ line: '--' | '#' }>('commentTokens', from);
  return mendCharacters(text, state.sliceDoc(0, from), tokens?.line ?? '#');
}

/** Characters that phones and word processors put in place of those that code has. */
const mending: Extension = [
  EditorView.clipboardInputFilter.of((text, state) =>
    mendAt(state, state.selection.main.from, text),
  ),
  EditorView.inputHandler.of((view, from, to, text) => {
    // What is being composed belongs to the keyboard until it is done.
    if (view.composing) return false;
    const insert = mendAt(view.state, from, text);
    if (insert === text) return false;
    const selection = { anchor: from + insert.length };
    view.dispatch({ changes: { from, to, insert }, selection, userEvent: 'input.type' });
    return true;
  }),
];

/**
 * Sets an editor over a field and keeps the two in step, so that all else goes on reading and
 * writing the field. Enter is a new line unless a suggestion was picked with the arrows.
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
        autocompletion({ icons: false, selectOnOpen: false }),
        language,
        leaving,
        mending,
        syntaxHighlighting(style),
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': field.labels[0]?.textContent ?? '',
          'aria-describedby': field.getAttribute('aria-describedby') ?? '',
        }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          const text = state.doc.toString();
          if (!docChanged || field.value === text) return;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
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
  field.addEventListener('input', () => {
    const { doc } = editor.state;
    if (field.value === doc.toString()) return;
    editor.dispatch({ changes: { from: 0, to: doc.length, insert: field.value } });
  });
  // A phone's keyboard comes up over the page, and must not cover what is typed.
  window.visualViewport?.addEventListener('resize', () => {
    if (editor.hasFocus) editor.dispatch({ scrollIntoView: true });
  });
  return editor;
}
