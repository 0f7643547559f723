import { createStore, del, entries, set } from 'idb-keyval';
import { z } from 'zod';
import { type FlowPatch, flowPatchSchema } from '@/flows/edit/flow-patch-schema';

/** Changes that are not on the server yet, against the revision that they were made from. */
export type JournalEntry = Readonly<{ revision: number; changes: number; patch: FlowPatch }>;

/** Keeps one tab's unsaved changes of one flow in this browser. */
export type Journal = Readonly<{
  write: (entry: JournalEntry) => Promise<void>;
  clear: () => Promise<void>;
  /** What this tab kept before a reload, and what tabs kept that are gone. */
  readLeft: () => Promise<readonly LeftEntry[]>;
}>;

export type LeftEntry = JournalEntry & Readonly<{ forget: () => Promise<void> }>;

/** A journal in IndexedDB. Each tab writes its own entry, so that two tabs on one flow don't overwrite each other. */
export function openJournal(flowId: string, tabId: string): Journal {
  const store = createStore('vaarta-drafts', 'journal');
  const prefix = `${flowId}/`;
  const key = prefix + tabId;
  return {
    write: (entry) => set(key, entry, store),
    clear: () => del(key, store),
    readLeft: async () => {
      const living = await livingTabs();
      const kept = await entries<IDBValidKey, unknown>(store);
      return kept.flatMap(([name, value]) => {
        const owner = typeof name === 'string' && name.startsWith(prefix) ? name.slice(prefix.length) : null;
        if (owner === null || (owner !== tabId && living.has(owner))) return [];
        const parsed = journalEntry.safeParse(value);
        return parsed.success ? [{ ...parsed.data, forget: () => del(name, store) }] : [];
      });
    },
  };
}

const journalEntry = z.object({
  revision: z.int().nonnegative(),
  changes: z.int().nonnegative(),
  patch: flowPatchSchema,
});

const LOCK = 'vaarta-tab/';
const TAB_KEY = 'vaarta.tab';

/**
 * This tab's id: the same after a reload, another in a duplicated tab. It holds a lock of that name for as long as the tab
 * lives, by which other tabs know that its journal is not left over.
 */
export async function takeTabId(): Promise<string> {
  const earlier = sessionStorage.getItem(TAB_KEY);
  if (earlier !== null && (await hold(earlier))) return earlier;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(TAB_KEY, fresh);
  await hold(fresh);
  return fresh;
}

const heldHere = new Set<string>();

function hold(tabId: string): Promise<boolean> {
  if (heldHere.has(tabId)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(LOCK + tabId, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(false);
        return undefined;
      }
      heldHere.add(tabId);
      resolve(true);
      return new Promise(() => undefined); // held until the tab is gone
    });
  });
}

async function livingTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}
