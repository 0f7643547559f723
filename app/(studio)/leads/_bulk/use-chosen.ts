'use client';

import { useState } from 'react';

/** The leads that are chosen: some by hand, or all that fit. */
export type Chosen = Readonly<{
  ids: ReadonlySet<string>;
  isEverything: boolean;
  has: (contactId: string) => boolean;
  toggle: (contactId: string) => void;
  /** Chooses all of them, or none where they are chosen already. */
  toggleAll: (contactIds: readonly string[]) => void;
  chooseEverything: () => void;
  clear: () => void;
}>;

const nobody: ReadonlySet<string> = new Set();

/** Keeps which leads are chosen, for as long as the same ones are looked at: another `question` begins with none. */
export function useChosen(question: string): Chosen {
  const [state, setState] = useState({ question, ids: nobody, isEverything: false });
  const { ids, isEverything } = state.question === question ? state : { ids: nobody, isEverything: false };
  const set = (next: ReadonlySet<string>): void => setState({ question, ids: next, isEverything: false });
  return {
    ids,
    isEverything,
    has: (contactId) => isEverything || ids.has(contactId),
    toggle: (contactId) =>
      set(ids.has(contactId) ? new Set([...ids].filter((id) => id !== contactId)) : new Set([...ids, contactId])),
    toggleAll: (contactIds) => {
      const areAll = isEverything || contactIds.every((id) => ids.has(id));
      set(areAll ? nobody : new Set([...ids, ...contactIds]));
    },
    chooseEverything: () => setState({ question, ids: nobody, isEverything: true }),
    clear: () => set(nobody),
  };
}
