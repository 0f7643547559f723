'use client';

import { MessagesSquare } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Toasts } from '@/app/_ui/Toasts';
import { words } from '@/app/_words/en';
import { useAddress } from './_address/use-address';
import { AlertsMenu } from './_alerts/AlertsMenu';
import { useAlerts } from './_alerts/use-alerts';
import { OpenConversation } from './_conversation/OpenConversation';
import { InboxKeys } from './_keys/InboxKeys';
import { ConversationList } from './_list/ConversationList';
import { ListBar } from './_list/ListBar';
import { useConversations } from './_list/use-conversations';
import { ConnectionChip } from './_queues/ConnectionChip';
import { QueueChoice, Queues } from './_queues/Queues';
import { useInboxLive } from './use-inbox-live';

const texts = words.inbox;

/** Queues, the list, and the open conversation with what is known about the customer, side by side where there is room. */
export function Inbox(): ReactElement {
  const { place, open, narrow } = useAddress();
  const reading = useConversations(place);
  const rows = reading.data?.pages.flatMap((page) => page.rows) ?? [];
  const search = useRef<HTMLInputElement>(null);
  useInboxLive();
  useAlerts(open);
  const searchFor = (text: string): void => {
    if (search.current) search.current.value = text;
    narrow({ queue: 'all', search: text });
  };
  const clear = (): void => {
    if (search.current) search.current.value = '';
    narrow({ search: '', languages: [], bands: [], unreadOnly: false });
  };
  return (
    <div className="flex h-full">
      <div className="hidden w-55 shrink-0 flex-col border-r border-line bg-surface xl:flex">
        <Head className="px-4 pt-4 pb-3" />
        <Queues />
        <div className="mt-auto p-4">
          <ConnectionChip />
        </div>
      </div>
      <section
        aria-label={texts.list.label}
        className={classNames(
          'w-full shrink-0 flex-col border-line bg-surface md:flex md:w-80 md:border-r',
          place.contactId === null ? 'flex' : 'hidden',
        )}
      >
        <div className="flex flex-col gap-2 px-3 pt-3 pb-2 xl:hidden">
          <Head className="" />
          <div className="flex items-center gap-2">
            <QueueChoice className="min-w-0 flex-1" />
            <ConnectionChip />
          </div>
        </div>
        <div className="hidden px-4 pt-5 pb-3 text-sm font-semibold xl:block">{texts.queues[place.queue]}</div>
        <ListBar search={search} />
        <ConversationList reading={reading} rows={rows} onClear={clear} />
      </section>
      {place.contactId === null ? (
        <div className="hidden flex-1 items-center md:flex">
          <Notice icon={MessagesSquare} title={texts.none.title}>
            {texts.none.body}
          </Notice>
        </div>
      ) : (
        <OpenConversation key={place.contactId} contactId={place.contactId} onBack={() => open(null)} />
      )}
      <InboxKeys rows={rows} onFocusSearch={() => search.current?.focus()} onSearch={searchFor} />
      <Toasts durationMs={6_000} />
    </div>
  );
}

function Head({ className }: { readonly className: string }): ReactElement {
  return (
    <div className={classNames('flex items-center justify-between gap-2', className)}>
      <h1 className="text-lg font-semibold tracking-tight">{texts.title}</h1>
      <AlertsMenu />
    </div>
  );
}
