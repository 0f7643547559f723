'use client';

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { OutlineRequest } from './outline-request';
import type { OutlineRow } from './outline-rows';
import type { RowActs } from './row-acts';
import { runTreeAct } from './run-tree-act';
import { openThing, rowsBetween, selectForAct, selectionAmong, selectionOf, toggled } from './things';
import { treeAct } from './tree-keys';
import { useLatest } from './use-latest';
import { useLetters } from './use-letters';
import type { OutlineDesk } from './use-outline';

export type OutlineActs = Readonly<{
  ofRow: RowActs;
  /** The row whose menu is open. */
  menu: string | null;
  request: OutlineRequest | null;
  answered: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}>;

/** What pointer and keys do in the outline. */
export function useOutlineActs(desk: OutlineDesk): OutlineActs {
  const [menu, setMenu] = useState<string | null>(null);
  const [request, setRequest] = useState<OutlineRequest | null>(null);
  const ofRow = useRowActs(desk, setMenu, setRequest);
  const letters = useLetters();
  const onKeyDown = (event: KeyboardEvent): void => {
    const { rows, active } = desk;
    if (!active || event.defaultPrevented || isElsewhere(event)) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
    const { isComposing } = nativeEvent;
    const act = treeAct({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }, rows, active);
    if (act === null) return;
    if (act.type !== 'keepSelected') event.preventDefault();
    runTreeAct(act, active, { desk, acts: ofRow, letters });
  };
  const answered = (): void => {
    setRequest(null);
    desk.focusActive('later');
  };
  return { ofRow, menu, request, answered, onKeyDown };
}

/** React hands on what happens in a row's menu, though that hangs elsewhere in the page. */
function isElsewhere({ target, currentTarget }: KeyboardEvent): boolean {
  return !(target instanceof Node && currentTarget.contains(target));
}

function useRowActs(
  desk: OutlineDesk,
  setMenu: (key: string | null) => void,
  ask: (request: OutlineRequest) => void,
): RowActs {
  const { store, quietly, focusRow, turn, moveTo } = desk;
  const latest = useLatest(desk);
  const rangeStart = useRef<string | null>(null);
  return useMemo(() => {
    const extendTo = (row: OutlineRow): void => {
      const between = rowsBetween(latest.current.rows, rangeStart.current ?? row.key, row.key);
      quietly(() => store.getState().select(selectionAmong(between)));
    };
    const beginRange = (key: string): void => {
      rangeStart.current = key;
    };
    return {
      extendTo,
      beginRange,
      ask,
      onFocus: ({ key }) => moveTo(key),
      onClick: (row, event) => {
        const { selection, select } = store.getState();
        if (event.shiftKey) {
          extendTo(row);
          return;
        }
        beginRange(row.key);
        const isMore = event.ctrlKey || event.metaKey;
        quietly(() => select(isMore ? toggled(selection, row.thing) : selectionOf(row.thing)));
      },
      onOpen: (row) => quietly(() => openThing(store, row.thing)),
      onTurn: ({ key }) => turn([key]),
      onMenu: (row) => {
        quietly(() => selectForAct(store, row.thing));
        focusRow(row.key);
        setMenu(row.key);
      },
      closeMenu: () => setMenu(null),
      returnFocus: () => focusRow(latest.current.active?.key ?? ''),
    };
  }, [store, quietly, focusRow, turn, moveTo, latest, setMenu, ask]);
}
