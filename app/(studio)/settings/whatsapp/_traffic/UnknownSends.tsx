import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.whatsapp.unknownSends;

/** How often it is read again: most settle by themselves. */
const QUIET_MS = 15_000;

/** Messages that may or may not have been sent; nothing where there are none. */
export function UnknownSends(): ReactElement | null {
  const sends = useQuery({ ...useTRPC().outbox.unknownSends.queryOptions(), refetchInterval: QUIET_MS });
  if (!sends.data || sends.data.length === 0) return null;
  return (
    <section aria-labelledby="unknown-sends">
      <h2 id="unknown-sends" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-sm text-ink-soft">{texts.body}</p>
      <ul className="hairlines mt-3 max-h-96 overflow-y-auto border-y border-line">
        {sends.data.map(({ id, contactName, problemDetail, since }) => (
          <li key={id} className="py-2 text-sm">
            <span className="font-medium wrap-anywhere">{contactName ?? texts.noName}</span>
            <span className="ml-2 text-xs text-ink-faint">{writeTime(since.toISOString())}</span>
            <p className="text-ink-soft wrap-anywhere">{problemDetail}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
