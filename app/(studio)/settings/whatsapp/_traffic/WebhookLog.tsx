import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeDuration } from '../../../_figures/write-figure';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { Receipt } from '../whatsapp-types';

const texts = words.whatsapp.log;

/** How often the log is read while it is looked at. */
const LIVE_MS = 3_000;

/** The last webhooks as they come: when, of what kinds, and what was answered. */
export function WebhookLog(): ReactElement {
  const receipts = useQuery({ ...useTRPC().whatsapp.receipts.queryOptions(), refetchInterval: LIVE_MS });
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-sm text-ink-soft">{texts.body}</p>
      {receipts.isPending ? <Spinner label={texts.loading} className="mt-3 text-sm text-ink-soft" /> : null}
      {receipts.isError ? (
        <p role="alert" className="mt-3 text-sm text-danger">
          {texts.problem} {problemOf(receipts.error)}
        </p>
      ) : null}
      {receipts.data?.length === 0 ? <p className="mt-3 text-sm text-ink-soft">{texts.empty}</p> : null}
      {receipts.data && receipts.data.length > 0 ? (
        <ul aria-label={texts.title} className="hairlines mt-3 max-h-112 overflow-y-auto border-y border-line">
          {receipts.data.map((receipt) => (
            <ReceiptRow key={receipt.id} receipt={receipt} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function ReceiptRow({ receipt }: { readonly receipt: Receipt }): ReactElement {
  const { at, account, status, kinds, skipped, milliseconds } = receipt;
  const unread = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 text-sm">
      <time dateTime={at.toISOString()} className="w-20 shrink-0 text-xs text-ink-faint tabular-nums">
        {clock.format(at)}
      </time>
      <span className="min-w-0 flex-1 basis-40 font-mono text-xs wrap-anywhere">{kindsOf(kinds)}</span>
      {unread === 0 ? null : <Badge tone="mark">{texts.skipped(unread)}</Badge>}
      <span className="text-xs text-ink-faint tabular-nums">
        {[account, writeDuration(milliseconds)].filter((part) => part !== null).join(' · ')}
      </span>
      <Badge tone={status < 300 ? 'accent' : 'danger'}>
        {status < 300 ? texts.accepted : texts.refused} {status}
      </Badge>
    </li>
  );
}

function kindsOf(kinds: Receipt['kinds']): string {
  const told = Object.entries(kinds).map(([kind, count]) => (count === 1 ? kind : `${kind} × ${count}`));
  return told.length === 0 ? texts.nothing : told.join(', ');
}

const clock = new Intl.DateTimeFormat('en-IN', { hour: 'numeric', minute: '2-digit', second: '2-digit' });
