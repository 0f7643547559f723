import { type Edits, formValues } from './form-values';

const KEY = 'vaarta.settings.understanding';

/** What was changed and not saved, in the tab's storage: leaving the page or a reload loses nothing. */
export const editsStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read(): Edits {
    kept ??= readKept();
    return kept;
  },
  readOnServer(): Edits {
    return none;
  },
  write(edits: Edits): void {
    kept = edits;
    sessionStorage.setItem(KEY, JSON.stringify(edits));
    for (const listener of listeners) listener();
  },
};

const listeners = new Set<() => void>();
const none: Edits = {};
let kept: Edits | undefined;

function readKept(): Edits {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return none;
  const parsed = formValues.partial().safeParse(parseJson(stored));
  return parsed.success ? parsed.data : none;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program wrote here: what can't be read is no edit of ours.
    return undefined;
  }
}
