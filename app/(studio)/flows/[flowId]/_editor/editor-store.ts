import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue, IssuePlace } from '@/flows/schema/flow-issue';
import type { LanguageCode } from '@/flows/schema/language';
import { type Edit, type History, nextRedo, nextUndo, recorded, redone, undone } from './history';
import { type IssueCounts, issuesByState } from './issues/issues-by-state';
import { type Lit, nothingLit } from './lit';
import type { SavingState } from './saving/saving-state';
import { keepSelected, noSelection, type Selection } from './selection';

export type ViewId = 'canvas' | 'languages' | 'document';
export type PanelId = 'inspector' | 'try' | 'issues' | 'history' | 'versions' | 'live';

/** A place that a panel was asked to show; `times` makes asking twice two different things. */
export type Focus = Readonly<{ place: IssuePlace; times: number }>;

/** What the editor knows of the flow that is open. */
export type EditorState = Readonly<{
  flowId: string;
  /** The draft as it stands here, saved or not. */
  flow: Flow;
  history: History;
  selection: Selection;
  /** The language in which cards and panels show texts. */
  language: LanguageCode;
  view: ViewId;
  panel: PanelId | null;
  focus: Focus | null;
  /** What the checks found in `flow`, a moment after it changed; null before the first answer. */
  issues: readonly FlowIssue[] | null;
  issueCounts: ReadonlyMap<string, IssueCounts>;
  /** People in a live session, by the state that they are in. */
  people: ReadonlyMap<string, number>;
  lit: Lit;
  saving: SavingState;
  hasModel: boolean;
  /** The published flows that this one calls, as far as they are read. */
  knownFlows: Readonly<Record<string, Flow>>;
}>;

export type EditOptions = Readonly<{ merge?: string }>;

export type EditorActs = Readonly<{
  /** Makes one named change. False, and nothing recorded, when it changes nothing. */
  edit: (label: string, change: (flow: Flow) => Flow, options?: EditOptions) => boolean;
  undo: () => void;
  redo: () => void;
  /** Undoes or redoes until `edit` is the last one that holds; null: until nothing does. */
  travelTo: (edit: Edit | null) => void;
  /** Takes over what others changed. */
  adopt: (label: string, flow: Flow) => void;
  select: (selection: Partial<Selection>) => void;
  /** Selects what is at a place, shows it on the canvas, and puts the cursor into it. */
  goTo: (place: IssuePlace) => void;
  setLanguage: (language: LanguageCode) => void;
  showView: (view: ViewId) => void;
  showPanel: (panel: PanelId | null) => void;
  light: (lit: Partial<Lit>) => void;
  setIssues: (issues: readonly FlowIssue[]) => void;
  setPeople: (people: ReadonlyMap<string, number>) => void;
  setSaving: (saving: SavingState) => void;
  setKnownFlows: (flows: Readonly<Record<string, Flow>>) => void;
}>;

export type EditorStore = StoreApi<EditorState & EditorActs>;

export type OpenedFlow = Readonly<{ flow: Flow; savedAt: string | null; hasModel: boolean }>;

/** The memory of one open flow. Every change of the document goes through `edit`, so that all of it can be undone and is saved. */
export function createEditorStore({ flow, savedAt, hasModel }: OpenedFlow): EditorStore {
  return createStore<EditorState & EditorActs>()((set, get) => ({
    flowId: flow.id,
    flow,
    history: [],
    selection: noSelection,
    language: flow.defaultLanguage,
    view: 'canvas',
    panel: null,
    focus: null,
    issues: null,
    issueCounts: new Map(),
    people: new Map(),
    lit: nothingLit,
    saving: { type: 'saved', at: savedAt },
    hasModel,
    knownFlows: {},

    edit: (label, change, { merge = null } = {}) => {
      const { flow: before, history } = get();
      const after = change(before);
      if (after === before) return false;
      set({
        ...fitting(get(), after),
        history: recorded(history, { label, at: Date.now(), before, after, by: 'me', merge }),
      });
      return true;
    },
    undo: () => {
      const last = nextUndo(get().history);
      if (last) set(travelled(get(), undone(get().flow, get().history, last)));
    },
    redo: () => {
      const next = nextRedo(get().history);
      if (next) set(travelled(get(), redone(get().flow, get().history, next)));
    },
    travelTo: (edit) => {
      const until = edit?.id ?? 0;
      for (let last = nextUndo(get().history); last && last.id > until; last = nextUndo(get().history)) get().undo();
      for (let next = nextRedo(get().history); next && next.id <= until; next = nextRedo(get().history)) get().redo();
    },
    adopt: (label, theirs) => {
      const { flow: before, history } = get();
      if (theirs === before) return;
      const edit = { label, at: Date.now(), before, after: theirs, by: 'others' as const, merge: null };
      set({ ...fitting(get(), theirs), history: recorded(history, edit) });
    },
    select: (selection) => set((state) => ({ selection: { ...state.selection, ...selection } })),
    goTo: (place) => {
      const times = (get().focus?.times ?? 0) + 1;
      const transition = get().flow.transitions.find(({ id }) => id === place.transition);
      const state = place.state ?? transition?.from;
      set({
        focus: { place, times },
        panel: 'inspector',
        selection: {
          ...noSelection,
          states: state === undefined || transition ? [] : [state],
          transition: transition?.id ?? null,
          rule: place.rule ?? null,
        },
        ...(place.language === undefined ? {} : { language: place.language }),
      });
    },
    setLanguage: (language) => set({ language }),
    showView: (view) => set({ view }),
    showPanel: (panel) => set({ panel }),
    light: (lit) => set((state) => ({ lit: { ...state.lit, ...lit } })),
    setIssues: (issues) => set({ issues, issueCounts: issuesByState(issues) }),
    setPeople: (people) => set({ people }),
    setSaving: (saving) => set({ saving }),
    setKnownFlows: (knownFlows) => set({ knownFlows }),
  }));
}

function travelled(state: EditorState, { flow, history }: Pick<EditorState, 'flow' | 'history'>) {
  return { ...fitting(state, flow), history };
}

/** What must not speak of things that the changed flow no longer has. */
function fitting(state: EditorState, flow: Flow): Pick<EditorState, 'flow' | 'selection' | 'language'> {
  return {
    flow,
    selection: keepSelected(state.selection, flow),
    language: flow.languages.includes(state.language) ? state.language : flow.defaultLanguage,
  };
}
