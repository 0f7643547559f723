import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../../../_time/write-time';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import type { Asked } from '../live-types';

const texts = words.editor.live.chosen;
const { channels } = words.editor.live;
const MOST = 50;

type Props = {
  readonly asked: Asked & Readonly<{ state?: string; transition?: string }>;
  readonly onReplay: (sessionId: string) => void;
};

/** The contacts that came to a state or took a transition last; each leads to its conversation. */
export function RecentContacts({ asked, onReplay }: Props): ReactElement {
  const trpc = useTRPC();
  const recent = useQuery(trpc.live.recent.queryOptions({ ...asked, limit: MOST }));
  return (
    <section aria-labelledby="recent-contacts">
      <h3 id="recent-contacts" className="text-sm font-semibold">
        {texts.title}
      </h3>
      {recent.isPending ? <Spinner label={texts.loading} className="py-4 text-sm text-ink-soft" /> : null}
      {recent.isError ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 py-3 text-sm text-danger">
          {texts.problem}: {problemOf(recent.error)}
          <Button onClick={() => void recent.refetch()}>{words.problem.retry}</Button>
        </div>
      ) : null}
      {recent.data?.length === 0 ? <p className="py-3 text-sm text-ink-soft">{texts.empty}</p> : null}
      <ul className="hairlines mt-1">
        {recent.data?.map(({ sessionId, contactName, channel, at }) => (
          <li key={sessionId}>
            <button
              type="button"
              aria-label={texts.open(contactName ?? texts.noName)}
              onClick={() => onReplay(sessionId)}
              className="flex min-h-11 w-full items-center gap-2 rounded-md px-1 text-left text-sm hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{contactName ?? texts.noName}</span>
              <Badge>{channels[channel]}</Badge>
              <span className="shrink-0 text-xs text-ink-soft">{writeTime(at)}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
