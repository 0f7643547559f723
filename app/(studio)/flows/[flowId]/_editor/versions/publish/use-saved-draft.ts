import { useCallback, useEffect, useState } from 'react';
import { useSaving } from '../../saving/saving-context';

/** The draft that is looked at, by the revision that the server has it under. */
export type SavedDraft =
  | Readonly<{ type: 'saving' }>
  | Readonly<{ type: 'saved'; revision: number }>
  | Readonly<{ type: 'failed' }>;

/** Brings the draft to the server when it is opened, and takes over what others did when it is saved again. */
export function useSavedDraft(): Readonly<{ draft: SavedDraft; save: () => Promise<void> }> {
  const saving = useSaving();
  const [draft, setDraft] = useState<SavedDraft>({ type: 'saving' });
  const save = useCallback(async () => {
    try {
      await saving.saveNow();
      await saving.lookForOthers();
      await saving.saveNow();
      setDraft({ type: 'saved', revision: saving.revision });
    } catch {
      // The saver's own label says why; what was changed is kept in this browser.
      setDraft({ type: 'failed' });
    }
  }, [saving]);
  useEffect(() => void save(), [save]);
  return { draft, save };
}
