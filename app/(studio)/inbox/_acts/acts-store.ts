import { create } from 'zustand';

/** What is asked in a sheet before it is done, and what shows everything. */
export type Dialog =
  | 'return'
  | 'close'
  | 'assign'
  | 'snooze'
  | 'followUp'
  | 'schedule'
  | 'keys'
  | 'palette'
  | 'details';

export type Tab = 'reply' | 'note';

type Acts = Readonly<{
  dialog: Dialog | null;
  tab: Tab;
  /** The field is wanted under the fingers, as soon as it is there. */
  isFieldWanted: boolean;
  show: (dialog: Dialog | null) => void;
  write: (tab: Tab) => void;
  choose: (tab: Tab) => void;
  /** The field has the cursor now. */
  arrive: () => void;
  /** As a conversation begins. */
  reset: () => void;
}>;

const beginning = { dialog: null, tab: 'reply', isFieldWanted: false } as const;

/** What is open over the inbox, whichever of buttons, keys and the palette asked for it. */
export const useActs = create<Acts>()((set) => ({
  ...beginning,
  show: (dialog) => set({ dialog }),
  write: (tab) => set({ tab, dialog: null, isFieldWanted: true }),
  choose: (tab) => set({ tab }),
  arrive: () => set({ isFieldWanted: false }),
  reset: () => set(beginning),
}));
