'use client';

import { useQuery } from '@tanstack/react-query';
import type { inferRouterInputs } from '@trpc/server';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { words } from '@/app/_words/en';
import type { ApiRouter } from '@/server/api';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import type { ConversationRow } from '../inbox-types';
import { alertsStore } from './alerts-store';
import { type Alert, newAlerts } from './new-alerts';
import { playSound } from './play-sound';

const texts = words.inbox;

/** Tells of new messages by the browser's notifications and a sound, as far as they are wanted, and how many there are in the title. */
export function useAlerts(onOpen: (contactId: string) => void): void {
  const { id: myId } = useMe();
  const trpc = useTRPC();
  const wanted = useSyncExternalStore(alertsStore.subscribe, alertsStore.read, alertsStore.readOnServer);
  const newest = useQuery({
    ...trpc.conversations.list.queryOptions(everything),
    enabled: wanted.notifies || wanted.sounds,
  });
  const before = useRef<readonly ConversationRow[] | null>(null);
  const rows = newest.data?.rows;
  useEffect(() => {
    if (rows === undefined) return;
    const alerts = newAlerts(before.current, rows, myId);
    before.current = rows;
    if (alerts.length === 0) return;
    if (wanted.sounds) playSound();
    // Who looks at the page sees it there.
    if (wanted.notifies && document.hidden) for (const alert of alerts) notify(alert, onOpen);
  });
  useUnreadInTitle();
}

const everything: inferRouterInputs<ApiRouter>['conversations']['list'] = {
  queue: 'all',
  search: null,
  languages: [],
  bands: [],
  unreadOnly: false,
  sort: 'newest',
  after: null,
};

/** Names and no words: a notification may stand on a screen that others see. */
function notify({ contactId, name, why }: Alert, onOpen: (contactId: string) => void): void {
  const who = name ?? texts.list.unnamed;
  const title = why === 'asked' ? texts.alerts.asked(who) : texts.alerts.newMessage(who);
  const shown = new Notification(title, { body: texts.alerts.open, tag: contactId });
  shown.onclick = () => {
    window.focus();
    onOpen(contactId);
    shown.close();
  };
}

function useUnreadInTitle(): void {
  const { data } = useQuery(useTRPC().conversations.counts.queryOptions());
  const unread = data?.unreadMine ?? 0;
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '');
    document.title = unread > 0 ? `(${unread}) ${plain}` : plain;
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, '');
    };
  }, [unread]);
}
