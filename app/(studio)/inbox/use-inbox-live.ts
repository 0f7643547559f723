'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../_live/use-live';
import { useTRPC } from '../_trpc/trpc';

/** What comes in such a time is read in one go. */
const GATHER_MS = 80;
/** Questions of one moment travel together and are as slow as the slowest: a new message waits for neither list nor packet. */
const LISTS_AFTER_MS = 30;
const PACKET_AFTER_MS = 150;

/** Reads again what the server says has changed: the conversation that is open, lists and counts. */
export function useInboxLive(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const readLists = (): void => {
    void queries.invalidateQueries({ queryKey: trpc.conversations.list.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.conversations.counts.pathKey() });
  };
  const readPackets = (contactIds: readonly string[]): void => {
    for (const contactId of contactIds) {
      void queries.invalidateQueries(trpc.handovers.packet.queryFilter({ contactId }));
      void queries.invalidateQueries(trpc.conversations.scheduled.queryFilter({ contactId }));
    }
  };
  const readChanged = (): void => {
    timer.current = null;
    const contactIds = [...changed.current];
    changed.current.clear();
    for (const contactId of contactIds) {
      void queries.invalidateQueries({ queryKey: [...trpc.conversations.read.pathKey(), 'pages', contactId] });
      void queries.invalidateQueries(trpc.notes.list.queryFilter({ contactId }));
    }
    setTimeout(readLists, LISTS_AFTER_MS);
    setTimeout(() => readPackets(contactIds), PACKET_AFTER_MS);
  };
  useLive((event) => {
    if (event.type === 'presence') return;
    if (event.type === 'opened') {
      void queries.invalidateQueries({ queryKey: trpc.conversations.pathKey() });
      void queries.invalidateQueries({ queryKey: trpc.handovers.pathKey() });
      return;
    }
    if (event.type === 'conversation') changed.current.add(event.contactId);
    timer.current ??= setTimeout(readChanged, GATHER_MS);
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
}
