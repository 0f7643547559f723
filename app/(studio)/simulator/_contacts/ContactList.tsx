'use client';

import { MessageCircle, UserPlus } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { IconButton } from '@/app/_ui/IconButton';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { problemOf } from '../../_trpc/problem-of';
import type { Contact } from '../conversation-types';
import type { Simulation } from '../use-simulator';

type Props = {
  readonly contacts: Simulation['contacts'];
  readonly openId: string | null;
  /** Null while there is no flow to talk to. */
  readonly onAdd: (() => void) | null;
  readonly onOpen: () => void;
};

const texts = words.simulator.contacts;

/** The simulated customers, the one who wrote last on top. */
export function ContactList({ contacts, openId, onAdd, onOpen }: Props): ReactElement {
  return (
    <section aria-labelledby="contacts" className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-2 py-2.5 pr-3 pl-5">
        <h2 id="contacts" className="flex-1 text-base font-semibold">
          {texts.title}
        </h2>
        <IconButton icon={UserPlus} label={texts.add} onClick={onAdd ?? undefined} disabled={onAdd === null} />
      </div>
      {contacts.isPending ? <Spinner label={texts.loading} className="px-5 py-3 text-sm text-ink-soft" /> : null}
      {contacts.isError && !contacts.data ? (
        <p role="alert" className="px-5 text-sm text-danger">
          {problemOf(contacts.error)}
        </p>
      ) : null}
      <ul className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {contacts.data?.map((contact) => (
          <li key={contact.id}>
            <ContactRow contact={contact} isOpen={contact.id === openId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type RowProps = { readonly contact: Contact; readonly isOpen: boolean; readonly onOpen: () => void };

function ContactRow({ contact, isOpen, onOpen }: RowProps): ReactElement {
  const name = contact.name ?? texts.unnamed;
  return (
    <Link
      href={`/simulator?contact=${contact.id}`}
      replace
      onClick={onOpen}
      aria-current={isOpen ? 'true' : undefined}
      className="flex items-center gap-3 rounded-xl px-3 py-2 hover:bg-sunken aria-[current]:bg-accent-soft"
    >
      <span
        aria-hidden
        className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-sm font-semibold text-ink-soft"
      >
        {contact.name ? firstLetter(contact.name) : <MessageCircle className="size-4" />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}</span>
          <span lang={contact.language} className="shrink-0 text-xs text-ink-soft">
            {languageName(contact.language)}
          </span>
        </span>
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 flex-1 truncate text-xs text-ink-soft">{contact.lastText ?? texts.nothingYet}</span>
          {contact.optedOutAt ? <Badge tone="danger">{texts.optedOut}</Badge> : null}
        </span>
      </span>
    </Link>
  );
}

/** The first letter as people see it: in Kannada or Tamil it may be several characters. */
function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name);
  return first?.segment.toUpperCase() ?? '';
}
