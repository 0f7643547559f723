import { mergeFlows } from '@/flows/edit/merge-flows';
import type { Flow } from '@/flows/schema/flow';

/** One named change of the draft, with the flow before and after it. What it did not touch, both share. */
export type Edit = Readonly<{
  id: number;
  /** Plain and with the name of the thing: "Edit Kannada text of qualifying". */
  label: string;
  at: number;
  before: Flow;
  after: Flow;
  /** Changes of other people or tabs stand in the history too, and are not undone from here. */
  by: 'me' | 'others';
  isUndone: boolean;
  /** Edits with one key that follow one another, such as the letters of a word, are one. */
  merge: string | null;
}>;

/** Every change since the flow was opened, oldest first. Of mine, those that are undone come after those that are not. */
export type History = readonly Edit[];

export type NewEdit = Pick<Edit, 'label' | 'at' | 'before' | 'after' | 'by' | 'merge'>;

/** Typing goes on as one edit while pauses are shorter than this. */
const MERGE_WITHIN_MS = 3_000;

/** Adds an edit. What was undone before can't be redone after it and goes. */
export function recorded(history: History, edit: NewEdit): History {
  const kept = edit.by === 'me' ? history.filter(({ isUndone }) => !isUndone) : history;
  const last = kept.at(-1);
  const id = (history.at(-1)?.id ?? 0) + 1;
  if (last && joins(last, edit)) return [...kept.slice(0, -1), { ...last, after: edit.after, at: edit.at }];
  return [...kept, { ...edit, id, isUndone: false }];
}

function joins(last: Edit, edit: NewEdit): boolean {
  return edit.merge !== null && last.merge === edit.merge && last.by === edit.by && edit.at - last.at < MERGE_WITHIN_MS;
}

/** The edit that undo would take back. */
export function nextUndo(history: History): Edit | undefined {
  return history.findLast(({ by, isUndone }) => by === 'me' && !isUndone);
}

/** The edit that redo would do again. */
export function nextRedo(history: History): Edit | undefined {
  return history.find(({ by, isUndone }) => by === 'me' && isUndone);
}

export type Travelled = Readonly<{ flow: Flow; history: History }>;

/** Takes one edit back and leaves everything that others did meanwhile. */
export function undone(flow: Flow, history: History, edit: Edit): Travelled {
  const earlier = flow === edit.after ? edit.before : mergeFlows(edit.after, edit.before, flow).flow;
  return { flow: earlier, history: marked(history, edit, true) };
}

/** Does an undone edit again. */
export function redone(flow: Flow, history: History, edit: Edit): Travelled {
  const later = flow === edit.before ? edit.after : mergeFlows(edit.before, edit.after, flow).flow;
  return { flow: later, history: marked(history, edit, false) };
}

function marked(history: History, edit: Edit, isUndone: boolean): History {
  return history.map((other) => (other.id === edit.id ? { ...other, isUndone, merge: null } : other));
}
