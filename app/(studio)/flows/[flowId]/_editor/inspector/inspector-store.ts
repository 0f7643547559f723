import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LanguageCode } from '@/flows/schema/language';
import type { EditorStore } from '../editor-store';

/** The text that the cursor is in, or was in last. */
export type EditedText = Readonly<{ owner: string; path: string; language: LanguageCode }>;

export type Draft = Readonly<{ text: string; problem: string }>;

/** What the inspector remembers while a flow is open, also while another panel is shown. Keys: an owner's key and a path. */
export type InspectorState = Readonly<{
  /** Entries of lists that were opened or closed by hand. */
  opened: ReadonlyMap<string, boolean>;
  /** What was typed and can't be taken yet, and why. */
  drafts: ReadonlyMap<string, Draft>;
  edited: EditedText | null;
  /** All languages side by side, or the flow's own and the chosen one only. */
  shows: 'all' | 'two';
  /** Null until a person chose: then it is open where there is room. */
  isPreviewOpen: boolean | null;
  /** The last request to show a place that was followed. */
  shownFocus: number;
}>;

export type InspectorStore = StoreApi<InspectorState>;

/** The inspector's memory for an open flow. */
export function inspectorStoreOf(editor: EditorStore): InspectorStore {
  const known = stores.get(editor);
  if (known) return known;
  const made = createStore<InspectorState>()(() => ({
    opened: new Map(),
    drafts: new Map(),
    edited: null,
    shows: 'all',
    isPreviewOpen: null,
    shownFocus: 0,
  }));
  stores.set(editor, made);
  return made;
}

const stores = new WeakMap<EditorStore, InspectorStore>();

export function keyOf(owner: string, path: string): string {
  return `${owner} ${path}`;
}

export function setOpened(store: InspectorStore, keys: readonly string[], isOpen: boolean): void {
  store.setState(({ opened }) => ({ opened: new Map([...opened, ...keys.map((key) => [key, isOpen] as const)]) }));
}

/** Keeps what was typed at a place; null: it was taken, or given up. */
export function keepDraft(store: InspectorStore, key: string, draft: Draft | null): void {
  store.setState(({ drafts }) => {
    if (draft === null && !drafts.has(key)) return { drafts };
    const others = [...drafts].filter(([other]) => other !== key);
    return { drafts: new Map(draft === null ? others : [...others, [key, draft] as const]) };
  });
}

/** Forgets what stands below a path whose entries took other places. */
export function forgetBelow(store: InspectorStore, key: string): void {
  const isKept = ([other]: readonly [string, unknown]) => !other.startsWith(`${key}.`);
  store.setState(({ drafts, opened }) => ({
    drafts: new Map([...drafts].filter(isKept)),
    opened: new Map([...opened].filter(isKept)),
  }));
}
