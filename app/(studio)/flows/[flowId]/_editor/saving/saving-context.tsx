'use client';

import { createContext, useContext } from 'react';
import type { Saver } from './saver';

/** What the editor can ask of its saver. */
export type Saving = Pick<Saver, 'revision' | 'saveNow' | 'resolveConflict' | 'allowShrink' | 'lookForOthers'>;

export const SavingContext = createContext<Saving | null>(null);

/** The saver of the open flow. Throws outside of an editor. */
export function useSaving(): Saving {
  const saving = useContext(SavingContext);
  if (saving === null) throw new Error('There is no editor around this component.');
  return saving;
}
