'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../_live/use-live';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';

/** How often one says that one is still here, and how long another who fell silent counts as here. */
const SAY_MS = 20_000;
const GONE_MS = 45_000;
/** Typing is told that often, and believed that long. */
const TYPING_MS = 4_000;
const STILL_TYPING_MS = 8_000;

type Other = Readonly<{ name: string; seenAt: number; typedAt: number | null }>;

/** Who else is at this conversation, and the way to tell them that one writes. */
export function usePresence(contactId: string) {
  const { id: myId } = useMe();
  const [others, setOthers] = useState<Readonly<Record<string, Other>>>({});
  const toldAt = useRef(0);
  const { mutate } = useMutation(useTRPC().conversations.here.mutationOptions());
  useLive((event) => {
    if (event.type !== 'presence' || event.presence.contactId !== contactId || event.presence.userId === myId) return;
    const { userId, name, what } = event.presence;
    const now = Date.now();
    setOthers(({ [userId]: before, ...rest }) => {
      if (what === 'left') return rest;
      const typedAt = what === 'typing' ? now : (before?.typedAt ?? null);
      return { ...rest, [userId]: { name, seenAt: now, typedAt } };
    });
  });
  useEffect(() => {
    mutate({ contactId, what: 'viewing' });
    const timer = setInterval(() => {
      if (!document.hidden) mutate({ contactId, what: 'viewing' });
    }, SAY_MS);
    return () => {
      clearInterval(timer);
      mutate({ contactId, what: 'left' });
    };
  }, [contactId, mutate]);
  useEffect(() => {
    if (Object.keys(others).length === 0) return;
    const timer = setInterval(() => setOthers(stillHere), TYPING_MS);
    return () => clearInterval(timer);
  }, [others]);
  const all = Object.values(others);
  return {
    viewing: all.filter(({ typedAt }) => typedAt === null).map(({ name }) => name),
    typing: all.filter(({ typedAt }) => typedAt !== null).map(({ name }) => name),
    tellTyping: (): void => {
      const now = Date.now();
      if (now - toldAt.current < TYPING_MS) return;
      toldAt.current = now;
      mutate({ contactId, what: 'typing' });
    },
  };
}

function stillHere(others: Readonly<Record<string, Other>>): Readonly<Record<string, Other>> {
  const now = Date.now();
  const here = Object.entries(others).filter(([, { seenAt }]) => now - seenAt < GONE_MS);
  return Object.fromEntries(
    here.map(([id, other]) => {
      const isTyping = other.typedAt !== null && now - other.typedAt < STILL_TYPING_MS;
      return [id, isTyping ? other : { ...other, typedAt: null }];
    }),
  );
}
