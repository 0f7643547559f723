'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { SearchField } from '@/app/_ui/SearchField';
import { Segments } from '@/app/_ui/Segments';
import { Spinner } from '@/app/_ui/Spinner';
import { Toasts } from '@/app/_ui/Toasts';
import { words } from '@/app/_words/en';
import { AddSheet } from './_adding/AddSheet';
import { Counts } from './_list/Counts';
import { FollowUpList } from './_list/FollowUpList';
import { useAddress, type View } from './use-address';

const texts = words.followUps;

/** Its library is large and needs a browser: it comes when it is looked at. */
const FollowUpCalendar = dynamic(() => import('./_calendar/FollowUpCalendar').then((file) => file.FollowUpCalendar), {
  ssr: false,
  loading: () => <Spinner label={texts.loading} className="text-sm text-ink-soft" />,
});

const views = [
  { id: 'list', label: texts.views.list },
  { id: 'calendar', label: texts.views.calendar },
] as const satisfies { id: View; label: string }[];

/** Whom we write to again: as a list or a calendar, with one of them opened beside it. */
export function FollowUps(): ReactElement {
  const { view, show, search, open, go } = useAddress();
  /** When one is to be added: a moment in ISO 8601, or the usual one. */
  const [adding, setAdding] = useState<{ readonly at: string | null } | null>(null);
  const opening = { openId: open, onOpen: (id: string) => go({ open: id }), onClose: () => go({ open: null }) };
  return (
    <div className="mx-auto flex min-h-full max-w-6xl flex-col px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
          <p className="mt-1 max-w-prose text-sm text-ink-soft">{texts.lead}</p>
        </div>
        <div className="flex gap-2">
          <Link href="/settings/outreach" className={buttonClass('quiet')}>
            {texts.rules}
          </Link>
          <Button look="primary" onClick={() => setAdding({ at: null })}>
            <Plus aria-hidden className="size-4" />
            {texts.add}
          </Button>
        </div>
      </div>
      <Counts />
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="w-full sm:w-56">
          <Segments label={texts.views.label} segments={views} active={view} onChange={(next) => go({ view: next })} />
        </div>
        <SearchField
          label={texts.search}
          value={search}
          longest={100}
          className="min-w-48 sm:max-w-72"
          onSearch={(text) => go({ search: text })}
        />
      </div>
      {view === 'list' ? (
        <FollowUpList show={show} search={search} onShow={(next) => go({ show: next, open: null })} {...opening} />
      ) : (
        <FollowUpCalendar search={search} onAdd={(at) => setAdding({ at })} {...opening} />
      )}
      {adding ? <AddSheet at={adding.at} onClose={() => setAdding(null)} /> : null}
      <Toasts durationMs={8_000} />
    </div>
  );
}
