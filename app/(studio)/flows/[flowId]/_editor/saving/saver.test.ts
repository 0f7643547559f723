import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flowPatch } from '@/flows/edit/flow-patch';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { createEditorStore, type EditorStore } from '../editor-store';
import { twoStates as flow } from '../testdata/two-states';
import type { Journal, JournalEntry } from './journal';
import { type DraftServer, type SaveAnswer, Saver } from './saver';

function written(before: Flow, state: string, text: string): Flow {
  return setText(before, { state, path: 'message.text', language: 'kn' }, text);
}

/** A server with one draft, as the real one answers; `isAway` makes it silent. */
class FakeServer implements DraftServer {
  stored = { flow, revision: 1 };
  saves: { revision: number; document: Flow }[] = [];
  isAway = false;

  async save({ revision, document }: { revision: number; document: Flow }): Promise<SaveAnswer> {
    await Promise.resolve();
    if (this.isAway) throw new Error('no answer');
    if (revision !== this.stored.revision) return { ok: false, reason: 'conflict', ...this.stored };
    this.saves.push({ revision, document });
    this.stored = { flow: document, revision: revision + 1 };
    return { ok: true, revision: revision + 1, savedAt: '2026-11-26T10:42:00.000Z' };
  }

  revision = async (): Promise<number> => this.stored.revision;
  open = async () => this.stored;

  /** Somebody else saves. */
  change(state: string, text: string): void {
    this.stored = { flow: written(this.stored.flow, state, text), revision: this.stored.revision + 1 };
  }
}

class MemoryJournal implements Journal {
  kept: JournalEntry | null = null;
  write = async (entry: JournalEntry): Promise<void> => {
    this.kept = entry;
  };
  clear = async (): Promise<void> => {
    this.kept = null;
  };
  readLeft = async () => [];
}

let server: FakeServer;
let journal: MemoryJournal;
let store: EditorStore;
let saver: Saver;

function edit(state: string, text: string): void {
  store.getState().edit('Edit', (before) => written(before, state, text));
}

function textOf(document: Flow, id: string): unknown {
  const state = document.states.find((one) => one.id === id);
  return state?.type === 'say' && state.data.message.type === 'text' ? state.data.message.text.kn : undefined;
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  journal = new MemoryJournal();
  store = createEditorStore({ flow, savedAt: null, hasModel: false });
  saver = new Saver(store, server, journal, { flow, revision: 1 });
  saver.start();
});

afterEach(() => {
  saver.stop();
  vi.useRealTimers();
});

describe('Saver', () => {
  it('keeps a change in the journal at once and saves it within two seconds', async () => {
    edit('one', 'ಒಂದು');
    expect(store.getState().saving.type).toBe('saving');
    expect(journal.kept?.revision).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(textOf(server.stored.flow, 'one')).toBe('ಒಂದು');
    expect(store.getState().saving).toEqual({ type: 'saved', at: '2026-11-26T10:42:00.000Z' });
    expect(journal.kept).toBeNull();
  });

  it('saves while typing goes on without a pause', async () => {
    for (let letter = 0; letter < 10; letter += 1) {
      edit('one', 'ಕ'.repeat(letter + 1));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(server.saves.length).toBeGreaterThanOrEqual(1);
  });

  it('keeps changes while the server is silent, counts them, and saves them when it answers again', async () => {
    server.isAway = true;
    edit('one', 'ಒಂದು');
    await vi.advanceTimersByTimeAsync(2_000);
    edit('two', 'ಎರಡು');
    expect(store.getState().saving).toEqual({ type: 'offline', changes: 2 });
    expect(journal.kept?.changes).toBe(2);
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect([textOf(server.stored.flow, 'one'), textOf(server.stored.flow, 'two')]).toEqual(['ಒಂದು', 'ಎರಡು']);
    expect(store.getState().saving.type).toBe('saved');
  });

  it('merges what somebody else changed elsewhere', async () => {
    server.change('two', 'ಅವರದು');
    edit('one', 'ನನ್ನದು');
    await vi.advanceTimersByTimeAsync(3_000);
    const { flow: mine } = store.getState();
    expect([textOf(mine, 'one'), textOf(mine, 'two')]).toEqual(['ನನ್ನದು', 'ಅವರದು']);
    expect(server.stored.flow).toEqual(mine);
    expect(store.getState().history.map(({ by }) => by)).toEqual(['me', 'others']);
  });

  it('asks where both changed the same, sends nothing until it is decided, and then saves that', async () => {
    server.change('one', 'ಅವರದು');
    edit('one', 'ನನ್ನದು');
    await vi.advanceTimersByTimeAsync(3_000);
    const { saving } = store.getState();
    expect(saving.type).toBe('conflict');
    expect(saving.type === 'conflict' && saving.clashes.map(({ place }) => place.state)).toEqual(['one']);
    edit('two', 'ಮತ್ತೆ');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(textOf(server.stored.flow, 'one')).toBe('ಅವರದು');
    saver.resolveConflict(written(store.getState().flow, 'one', 'ಎರಡೂ'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect([textOf(server.stored.flow, 'one'), textOf(server.stored.flow, 'two')]).toEqual(['ಎರಡೂ', 'ಮತ್ತೆ']);
  });

  it('takes over what others saved while nothing is unsaved here', async () => {
    server.change('two', 'ಅವರದು');
    await saver.lookForOthers();
    expect(textOf(store.getState().flow, 'two')).toBe('ಅವರದು');
    expect(server.saves).toHaveLength(0);
  });

  it('does again what a tab kept that is gone', async () => {
    const patch = flowPatch(flow, written(flow, 'one', 'ಉಳಿದದ್ದು'));
    server.change('two', 'ಅವರದು');
    await saver.lookForOthers();
    let isForgotten = false;
    await saver.recover([
      {
        revision: 1,
        changes: 1,
        patch,
        forget: async () => {
          isForgotten = true;
        },
      },
    ]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect([textOf(server.stored.flow, 'one'), textOf(server.stored.flow, 'two')]).toEqual(['ಉಳಿದದ್ದು', 'ಅವರದು']);
    expect(isForgotten).toBe(true);
  });

  it('says at once that saving now is not possible', async () => {
    server.isAway = true;
    edit('one', 'ಒಂದು');
    await expect(saver.saveNow()).rejects.toThrow('offline');
  });
});
