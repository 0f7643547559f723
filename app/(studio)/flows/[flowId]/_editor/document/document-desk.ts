import { EditorView } from '@codemirror/view';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { words } from '@/app/_words/en';
import { keepSame } from '@/flows/edit/keep-same';
import { type FlowClash, mergeFlows } from '@/flows/edit/merge-flows';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { EditorStore } from '../editor-store';
import { flowToText } from './flow-to-text';
import { createJsonEditor, showProblems, writeText } from './json-editor';
import type { DocumentProblem } from './lint-document';
import { locatePaths } from './locate-path';
import type { DocumentLinter } from './open-linter';
import { workingCopies } from './working-copies';

/** What came of taking the text over. */
export type Outcome = Readonly<{ type: 'taken'; clashes: readonly FlowClash[] }> | Readonly<{ type: 'nothing' }>;

export type DeskState = Readonly<{
  status: 'untouched' | 'checking' | 'wrong' | 'ready';
  problems: readonly DocumentProblem[];
  /** The draft has changed since this text was begun. */
  hasDraftMoved: boolean;
  /** The text outlives a reload of the page. */
  isKept: boolean;
  outcome: Outcome | null;
}>;

const untouched: DeskState = { status: 'untouched', problems: [], hasDraftMoved: false, isKept: true, outcome: null };

/** Pauses in typing after which the text is kept and checked, and pauses in edits elsewhere after which it follows. */
const CHECK_AFTER_MS = 250;
const FOLLOW_AFTER_MS = 200;

/** Where the text of the flow is worked on: follows the draft until it is touched, and takes over what was written. */
export class DocumentDesk {
  readonly state: StoreApi<DeskState> = createStore<DeskState>()(() => untouched);
  private view: EditorView | null = null;
  /** The text of the draft that the text in the editor was made from. */
  private base = '';
  private readonly timers = { check: 0, follow: 0 };

  constructor(
    private readonly editor: EditorStore,
    private readonly linter: DocumentLinter,
  ) {}

  /** Shows the text inside `parent` until the returned function is called. */
  open(parent: HTMLElement, hintId: string): () => void {
    const copy = workingCopies.read()[this.flowId];
    this.base = copy?.base ?? this.draftText();
    const text = copy?.text ?? this.base;
    this.view = createJsonEditor({
      parent,
      text,
      label: words.editor.document.label,
      hintId,
      onChange: () => this.changed(),
      onTakeOver: () => this.takeOver(),
    });
    const stopFollowing = this.editor.subscribe(({ flow }, before) => {
      if (flow !== before.flow) this.followSoon();
    });
    const keep = (): void => this.keep();
    const warn = (event: BeforeUnloadEvent): void => {
      if (!this.state.getState().isKept) event.preventDefault();
    };
    window.addEventListener('pagehide', keep);
    window.addEventListener('beforeunload', warn);
    if (copy) {
      this.follow();
      this.changed();
    } else {
      this.showSelected();
    }
    return () => {
      this.keep();
      stopFollowing();
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('beforeunload', warn);
      clearTimeout(this.timers.check);
      clearTimeout(this.timers.follow);
      this.view?.destroy();
      this.view = null;
    };
  }

  /** Makes the text the draft, as one edit; what changed in the draft meanwhile stays. A text with problems stays as it is. */
  takeOver(): void {
    const text = this.text();
    const parsed = parseFlow(text);
    const isOurs = parsed.ok && parsed.flow.id === this.flowId;
    if (!isOurs) return void this.check();
    const clashes: FlowClash[] = [];
    const done = this.editor.getState().edit(words.editor.document.edits.take, (flow) => {
      const merged = this.mergedInto(flow, parsed.flow);
      clashes.push(...merged.clashes);
      return keepSame(flow, merged.flow);
    });
    this.rest();
    this.state.setState({ outcome: done ? { type: 'taken', clashes } : { type: 'nothing' } });
  }

  /** Shows the draft again. The editor's own undo brings the discarded text back. */
  discard(): void {
    this.rest();
    this.view?.focus();
  }

  /** Puts the cursor where a problem is. */
  goTo({ from, to }: DocumentProblem): void {
    const end = this.view?.state.doc.length ?? 0;
    this.view?.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, scrollIntoView: true });
    this.view?.focus();
  }

  /** Begins at the state that is selected in the drawing, where there is one. */
  private showSelected(): void {
    const { flow, selection } = this.editor.getState();
    const index = flow.states.findIndex(({ id }) => id === selection.states[0]);
    const [range] = index === -1 ? [] : locatePaths(this.base, [['states', index]]);
    if (range) this.view?.dispatch({ effects: EditorView.scrollIntoView(range.from, { y: 'start', yMargin: 24 }) });
  }

  private get flowId(): string {
    return this.editor.getState().flowId;
  }

  private draftText(): string {
    return flowToText(this.editor.getState().flow);
  }

  private text(): string {
    return this.view?.state.doc.toString() ?? this.base;
  }

  private mergedInto(flow: Flow, mine: Flow): Readonly<{ flow: Flow; clashes: readonly FlowClash[] }> {
    const base = flowToText(flow) === this.base ? null : parseFlow(this.base);
    return base?.ok ? mergeFlows(base.flow, mine, flow) : { flow: mine, clashes: [] };
  }

  private changed(): void {
    this.state.setState({ status: 'checking', outcome: null });
    clearTimeout(this.timers.check);
    this.timers.check = window.setTimeout(() => void this.check(), CHECK_AFTER_MS);
  }

  private async check(): Promise<void> {
    const text = this.text();
    if (text === this.base) return this.rest();
    this.keep();
    const problems = await this.linter.lint(text, this.flowId);
    if (this.view === null || this.text() !== text) return;
    this.state.setState({ status: problems.length > 0 ? 'wrong' : 'ready', problems });
    showProblems(this.view, problems);
  }

  private keep(): void {
    const text = this.text();
    const isUntouched = text === this.base;
    if (isUntouched) workingCopies.remove(this.flowId);
    else this.state.setState({ isKept: workingCopies.keep(this.flowId, { text, base: this.base }) });
  }

  /** Nothing of one's own is left: the text is the draft's. */
  private rest(): void {
    clearTimeout(this.timers.check);
    workingCopies.remove(this.flowId);
    this.base = this.draftText();
    this.state.setState(untouched);
    if (this.view === null) return;
    writeText(this.view, this.base);
    showProblems(this.view, []);
  }

  private followSoon(): void {
    clearTimeout(this.timers.follow);
    this.timers.follow = window.setTimeout(() => this.follow(), FOLLOW_AFTER_MS);
  }

  private follow(): void {
    const text = this.draftText();
    if (this.text() === this.base) {
      this.base = text;
      if (this.view) writeText(this.view, text);
      return;
    }
    this.state.setState({ hasDraftMoved: text !== this.base });
  }
}
