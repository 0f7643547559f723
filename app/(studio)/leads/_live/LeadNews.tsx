'use client';

import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import { useLive } from '../../_live/use-live';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import { type Gathering, gatherNews } from './gather-news';

type Props = {
  /** Whose news; without it everybody's. */
  readonly contactId?: string;
  /** Reads again what is shown. */
  readonly onNews: () => void;
};

/** Hears what happens with leads and has it read again, gently. Draws nothing. A viewer hears nothing: their screens ask. */
export function LeadNews(props: Props): ReactElement | null {
  const { role } = useMe();
  return role === 'viewer' ? null : <Hearing {...props} />;
}

function Hearing({ contactId, onNews }: Props): null {
  const gathering = useGathering(onNews);
  useLive((event) => {
    // What is not looked at is read when it is again.
    if (event.type === 'presence' || document.hidden) return;
    const isAbout = contactId === undefined || event.type === 'opened';
    if (isAbout || (event.type === 'conversation' && event.contactId === contactId)) gathering.current?.happened();
  });
  return null;
}

/** Waits while a card is in somebody's hand, a change is on its way, or leads are being read anyway. */
function useGathering(onNews: () => void) {
  const queries = useQueryClient();
  const leads = useTRPC().leads.pathKey();
  const gathering = useRef<Gathering | null>(null);
  const isDragging = useRef(false);
  const act = useEffectEvent(onNews);
  const isHeld = useEffectEvent(
    () => isDragging.current || queries.isMutating() > 0 || queries.isFetching({ queryKey: leads }) > 0,
  );
  useEffect(() => {
    gathering.current = gatherNews({ act: () => act(), isHeld: () => isHeld(), later, nowMs: () => performance.now() });
    const stopWatching = monitorForElements({
      onDragStart: () => {
        isDragging.current = true;
      },
      onDrop: () => {
        isDragging.current = false;
      },
    });
    return () => {
      gathering.current?.stop();
      stopWatching();
    };
  }, []);
  return gathering;
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
