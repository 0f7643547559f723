'use client';

import { useState } from 'react';
import type { TranslationRow } from '@/flows/edit/translations';
import type { Flow } from '@/flows/schema/flow';
import { nameOfState } from '../../../../_flow/name-of-state';
import { useEditorStore } from '../editor-context';
import { nameOfOwner } from './name-of-owner';
import { ownerOf } from './row-filter';

export type Owner = Readonly<{ value: string; label: string }>;

/** The states and rules that have texts, by name. Stays the same list while texts are written. */
export function useOwners(rows: readonly TranslationRow[]): readonly Owner[] {
  const store = useEditorStore();
  const found = ownersOf(rows, store.getState().flow);
  const [owners, setOwners] = useState(found);
  if (isSame(found, owners)) return owners;
  setOwners(found);
  return found;
}

function ownersOf(rows: readonly TranslationRow[], flow: Flow): readonly Owner[] {
  const places = new Map(rows.map((row) => [ownerOf(row), row.place]));
  const names = new Map(flow.states.map((state) => [`state:${state.id}`, nameOfState(state)]));
  return [...places].map(([value, place]) => ({ value, label: names.get(value) ?? nameOfOwner(flow, place) }));
}

function isSame(one: readonly Owner[], other: readonly Owner[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ value, label }, index) => value === other[index]?.value && label === other[index].label)
  );
}
