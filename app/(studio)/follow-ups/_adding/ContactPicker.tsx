import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { writeTime } from '../../_time/write-time';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { walkRows } from '../_list/walk-rows';
import type { FollowUpContact } from '../follow-up-types';

const texts = words.followUps.adding;

type Props = {
  readonly contact: FollowUpContact | null;
  readonly onChange: (contact: FollowUpContact | null) => void;
};

/** Finds one of the customers by a part of their name. */
export function ContactPicker({ contact, onChange }: Props): ReactElement {
  if (contact === null) return <Finding onChange={onChange} />;
  return (
    <div>
      <p className="text-xs font-medium text-ink-soft">{texts.find}</p>
      <div className="mt-1 flex items-center gap-3 rounded-lg border border-accent bg-accent-soft py-1 pr-1 pl-3">
        <div className="min-w-0 flex-1">
          <ContactLine contact={contact} />
        </div>
        <Button look="bare" onClick={() => onChange(null)}>
          {texts.change}
        </Button>
      </div>
      {contact.plannedFor === null ? null : (
        <p className="mt-1 text-xs text-mark-ink">{texts.replaces(writeTime(contact.plannedFor))}</p>
      )}
    </div>
  );
}

function Finding({ onChange }: Pick<Props, 'onChange'>): ReactElement {
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...useTRPC().followUps.contacts.queryOptions({ search: search.trim() }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={texts.find}
        type="search"
        value={search}
        placeholder={texts.findHint}
        autoComplete="off"
        autoFocus
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {found.isError ? (
        <p role="alert" className="text-sm text-danger">
          {texts.problem} {problemOf(found.error)}
        </p>
      ) : null}
      {found.data?.length === 0 ? (
        <p className="text-sm text-ink-soft">{search.trim() === '' ? texts.noContacts : texts.nobody}</p>
      ) : null}
      {found.data && found.data.length > 0 ? <Found contacts={found.data} onChoose={onChange} /> : null}
    </div>
  );
}

type FoundProps = {
  readonly contacts: readonly FollowUpContact[];
  readonly onChoose: (contact: FollowUpContact) => void;
};

function Found({ contacts, onChoose }: FoundProps): ReactElement {
  return (
    <ul
      aria-label={texts.found}
      onKeyDown={walkRows}
      className="max-h-52 overflow-y-auto rounded-lg border border-line bg-surface p-1"
    >
      {contacts.map((contact) => (
        <li key={contact.id}>
          <button
            type="button"
            data-row
            onClick={() => onChoose(contact)}
            className="w-full rounded-md px-2 py-1.5 text-left hover:bg-sunken"
          >
            <ContactLine contact={contact} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function ContactLine({ contact: { name, phone, channel, language } }: { readonly contact: FollowUpContact }) {
  return (
    <>
      <span className="block text-sm font-medium wrap-anywhere">{name ?? words.followUps.noName}</span>
      <span className="flex flex-wrap gap-x-2 text-xs text-ink-faint">
        <span>{phone ?? words.followUps.channels[channel]}</span>
        <span lang={language}>{languageName(language)}</span>
      </span>
    </>
  );
}
