'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useEditor, useEditorStore } from '../editor-context';
import { createRowsReader } from './create-rows-reader';
import { isOpenAtFirst, keyOf, type OutlineRow } from './outline-rows';
import { pathTo } from './things';
import { useLatest } from './use-latest';

/** The row that is to get the focus: at once, or when a dialog that closes has given it back. */
export type FocusRequest = Readonly<{ times: number; when: 'now' | 'later' }>;

/** What is open in the outline, what is searched, and which row the keyboard is at. */
export function useOutline() {
  const store = useEditorStore();
  const [query, setQuery] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<string>>(() => new Set());
  const [wanted, setWanted] = useState<string | null>(null);
  const [focus, setFocus] = useState<FocusRequest>({ times: 0, when: 'now' });
  const language = useEditor((state) => state.language);
  const [read] = useState(createRowsReader);
  const { rows, found } = useEditor(({ flow }) => read(flow, { query, turned, language }));
  const active = useActiveRow(rows, wanted);
  const shown = useLatest(rows);

  const turn = useCallback((keys: readonly string[]) => setTurned((before) => withTurned(before, keys)), []);
  const focusRow = useCallback((key: string) => {
    setWanted(key);
    setFocus(({ times }) => ({ times: times + 1, when: 'now' }));
  }, []);
  const focusActive = useCallback(
    (when: FocusRequest['when']) => setFocus(({ times }) => ({ times: times + 1, when })),
    [],
  );
  const reveal = useCallback(
    (path: ReturnType<typeof pathTo>) => {
      const target = path.at(-1);
      if (!target) return;
      const key = keyOf(target);
      // What a search hides would be selected unseen.
      if (!shown.current.some((row) => row.key === key)) setQuery('');
      setTurned((before) => withOpened(before, path.slice(0, -1)));
      setWanted(key);
    },
    [shown],
  );
  const quietly = useFollowing(reveal);
  return useMemo(
    () => ({
      store,
      rows,
      found,
      active,
      focus,
      query,
      setQuery,
      turn,
      moveTo: setWanted,
      focusRow,
      focusActive,
      quietly,
    }),
    [store, rows, found, active, focus, query, turn, focusRow, focusActive, quietly],
  );
}
export type OutlineDesk = ReturnType<typeof useOutline>;

/** The row that was wanted; when it is gone, the next one beside it, or else the one before. */
function useActiveRow(rows: readonly OutlineRow[], wanted: string | null): OutlineRow | undefined {
  const last = useRef<Readonly<{ index: number; parent: string | null }>>({ index: 0, parent: null });
  const found = rows.find(({ key }) => key === wanted);
  const next = rows[last.current.index];
  const active = found ?? (next?.parent === last.current.parent ? next : rows[last.current.index - 1]) ?? rows[0];
  useEffect(() => {
    if (active) last.current = { index: rows.indexOf(active), parent: active.parent };
  }, [rows, active]);
  return active;
}

/** Goes to what others select. Gives a way to select without going anywhere: what one has clicked is there already. */
function useFollowing(reveal: (path: ReturnType<typeof pathTo>) => void) {
  const store = useEditorStore();
  const isQuiet = useRef(false);
  useEffect(
    () =>
      store.subscribe(({ selection, flow }, before) => {
        if (selection !== before.selection && !isQuiet.current) reveal(pathTo(selection, flow));
      }),
    [store, reveal],
  );
  return useCallback((act: () => void) => {
    isQuiet.current = true;
    act();
    isQuiet.current = false;
  }, []);
}

function withTurned(turned: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const changed = new Set(turned);
  for (const key of keys) if (!changed.delete(key)) changed.add(key);
  return changed;
}

function withOpened(turned: ReadonlySet<string>, things: ReturnType<typeof pathTo>): ReadonlySet<string> {
  const closed = things.filter((thing) => turned.has(keyOf(thing)) === isOpenAtFirst(thing));
  return closed.length === 0 ? turned : withTurned(turned, closed.map(keyOf));
}
