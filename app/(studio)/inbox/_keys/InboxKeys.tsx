'use client';

import { type ReactElement, useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { useActs } from '../_acts/acts-store';
import { useAddress } from '../_address/use-address';
import type { ConversationRow } from '../inbox-types';
import { KeySheet } from './KeySheet';
import { mayRun } from './may-run';
import { Palette } from './Palette';

type Props = {
  readonly rows: readonly ConversationRow[];
  readonly onFocusSearch: () => void;
  /** Looks for words in all conversations. */
  readonly onSearch: (text: string) => void;
};

/** Keys that are there whether or not a conversation is open: walking, searching, the palette, and the sheet of keys. */
export function InboxKeys({ rows, onFocusSearch, onSearch }: Props): ReactElement | null {
  const { place, open } = useAddress();
  const { dialog, show } = useActs();
  const walk = (by: 1 | -1): void => {
    const at = rows.findIndex(({ contactId }) => contactId === place.contactId);
    const next = at === -1 ? rows[0] : rows[at + by];
    if (next) open(next.contactId);
  };
  const acts: Readonly<Record<string, () => void>> = {
    j: () => walk(1),
    k: () => walk(-1),
    '/': onFocusSearch,
    '?': () => show('keys'),
  };
  const run = useEffectEvent((key: string, event: KeyboardEvent) => {
    if (!mayRun(event) || dialog !== null) return;
    event.preventDefault();
    acts[key]?.();
  });
  const showPalette = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    event.preventDefault();
    show(dialog === 'palette' ? null : 'palette');
  });
  useEffect(
    () =>
      tinykeys(window, {
        j: (event) => run('j', event),
        k: (event) => run('k', event),
        '/': (event) => run('/', event),
        // Most keyboards need Shift for it, and some do not.
        'Shift+?': (event) => run('?', event),
        '?': (event) => run('?', event),
        '$mod+k': showPalette,
      }),
    [],
  );
  // What is open over the inbox belongs to it: it does not wait elsewhere.
  useEffect(() => () => useActs.getState().show(null), []);
  if (dialog === 'keys') return <KeySheet onClose={() => show(null)} />;
  if (dialog === 'palette') return <Palette rows={rows} onSearch={onSearch} onClose={() => show(null)} />;
  return null;
}
