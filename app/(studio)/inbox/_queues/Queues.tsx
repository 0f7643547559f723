'use client';

import { useQuery } from '@tanstack/react-query';
import {
  Bot,
  CircleCheck,
  Hourglass,
  Inbox as InboxIcon,
  type LucideIcon,
  MessageCircleWarning,
  UserRound,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { type Queue, queues } from '../_address/address';
import { useAddress } from '../_address/use-address';
import type { ConversationCounts } from '../inbox-types';

const texts = words.inbox;

/** The queues beside the list, each with how many there are. */
export function Queues(): ReactElement {
  const { place, narrow } = useAddress();
  const { data } = useQuery(useTRPC().conversations.counts.queryOptions());
  return (
    <nav aria-label={texts.queues.label}>
      <ul className="flex flex-col gap-0.5 px-2">
        {queues.map((queue) => {
          const Icon = icons[queue];
          const count = sayCount(queue, data);
          return (
            <li key={queue}>
              <button
                type="button"
                aria-current={queue === place.queue ? 'page' : undefined}
                onClick={() => narrow({ queue })}
                className="flex min-h-9 w-full items-center gap-2.5 rounded-lg px-2.5 text-left text-sm font-medium text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-strong"
              >
                <Icon aria-hidden className="size-4 shrink-0" />
                <span className="min-w-0 flex-1">{texts.queues[queue]}</span>
                {count === null ? null : <span className="text-xs tabular-nums">{count}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The same choice where there is no room for a column. */
export function QueueChoice({ className }: { readonly className?: string }): ReactElement {
  const { place, narrow } = useAddress();
  const { data } = useQuery(useTRPC().conversations.counts.queryOptions());
  const options = queues.map((queue) => {
    const count = sayCount(queue, data);
    return { value: queue, label: count === null ? texts.queues[queue] : `${texts.queues[queue]} (${count})` };
  });
  return (
    <Select
      label={texts.queues.label}
      isLabelHidden
      value={place.queue}
      options={options}
      onChange={(queue) => narrow({ queue })}
      className={className ?? ''}
    />
  );
}

/** There the server's counting ends. */
const MOST_COUNTED = 10_000;

function sayCount(queue: Queue, counts: ConversationCounts | undefined): string | null {
  if (queue === 'all' || counts === undefined) return null;
  const count = counts[queue];
  return count >= MOST_COUNTED ? texts.atLeast(MOST_COUNTED) : count.toLocaleString('en-IN');
}

const icons: Readonly<Record<Queue, LucideIcon>> = {
  needsHuman: MessageCircleWarning,
  mine: UserRound,
  bot: Bot,
  waiting: Hourglass,
  closed: CircleCheck,
  all: InboxIcon,
};
