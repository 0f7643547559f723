import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { words } from '@/app/_words/en';
import { editorTheme } from './editor-theme';
import type { DocumentProblem } from './lint-document';

type Options = Readonly<{
  parent: HTMLElement;
  text: string;
  label: string;
  /** The element that says how to leave the text by keyboard. */
  hintId: string;
  /** After a person, or undo, changed the text. */
  onChange: () => void;
  onTakeOver: () => void;
}>;

/** Marks what the program wrote, which is no edit of a person. */
const written = Annotation.define<true>();

/** A text editor for JSON with line numbers, folding, search and marks for problems. */
export function createJsonEditor({ parent, text, label, hintId, onChange, onTakeOver }: Options): EditorView {
  const takeOver = (): boolean => {
    onTakeOver();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lintGutter(),
        lineNumbers(),
        foldGutter(),
        codeFolding(),
        history(),
        drawSelection(),
        highlightSpecialChars(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of('  '),
        json(),
        search({ top: true }),
        EditorState.phrases.of(words.editor.document.phrases),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': hintId,
          spellcheck: 'false',
          tabindex: '0',
        }),
        keymap.of([
          { key: 'Mod-s', run: takeOver, preventDefault: true, stopPropagation: true },
          ...searchKeymap,
          ...foldKeymap,
          ...lintKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (docChanged && !transactions.some((transaction) => transaction.annotation(written))) onChange();
        }),
        editorTheme,
      ],
    }),
  });
}

/** Makes the text another one and leaves alone what both have, so that scroll and cursor stay where they are. */
export function writeText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    annotations: written.of(true),
  });
}

/** Underlines the problems and marks their lines. */
export function showProblems(view: EditorView, problems: readonly DocumentProblem[]): void {
  const { length } = view.state.doc;
  const diagnostics = problems.map(({ from, to, message, fix }) => ({
    from: Math.min(from, length),
    to: Math.min(to, length),
    severity: 'error' as const,
    message: `${message} ${fix}`,
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
