'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../_trpc/trpc';
import { actChoices } from './act-choices';
import type { AuditFilter } from './audit-types';

const texts = words.audit;
const LONGEST_SEARCH = 100; // as long as the server takes it

type Props = { readonly filter: AuditFilter; readonly onChange: (filter: AuditFilter) => void };

/** What of the log is shown. */
export function AuditFilters({ filter, onChange }: Props): ReactElement {
  const people = useQuery(useTRPC().people.list.queryOptions());
  const change = (part: Partial<AuditFilter>): void => onChange({ ...filter, ...part });
  return (
    <search className="mt-6 grid grid-cols-2 gap-3 lg:grid-cols-[1fr_11rem_10rem_9rem_9rem]">
      <TextField
        label={texts.search}
        type="search"
        value={filter.search}
        maxLength={LONGEST_SEARCH}
        placeholder={texts.searchHint}
        onChange={(event) => change({ search: event.target.value })}
        className="col-span-2 lg:col-span-1"
      />
      <Select
        label={texts.act}
        value={filter.act ?? 'any'}
        options={actChoices}
        onChange={(act) => change({ act: act === 'any' ? null : act })}
      />
      <Select
        label={texts.actor}
        value={filter.actorId ?? ''}
        options={[
          { value: '', label: texts.anybody },
          ...(people.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => change({ actorId: id === '' ? null : id })}
      />
      <TextField
        label={texts.from}
        type="date"
        value={filter.from}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        label={texts.until}
        type="date"
        value={filter.until}
        onChange={(event) => change({ until: event.target.value })}
      />
    </search>
  );
}
