'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { OwnerChip } from '../../../_lead/OwnerChip';
import { useMe } from '../../../_me/use-me';
import { writeTime } from '../../../_time/write-time';
import { useTRPC } from '../../../_trpc/trpc';
import { stages } from '../../stages';
import type { LeadDetails } from '../lead-page-types';
import { useStanding } from './use-standing';

const texts = words.leadPage;

type Props = { readonly lead: LeadDetails['lead']; readonly mayMove: boolean };

/** The stage and the owner of a lead, and who moved it there. */
export function Standing({ lead, mayMove }: Props): ReactElement {
  const moved = lead.stageBy ? texts.movedBy(lead.stageBy.name) : texts.movedByBot;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      {mayMove ? (
        <Changing lead={lead} />
      ) : (
        <>
          <p className="text-sm font-semibold">{words.leadsShared.stages[lead.stage]}</p>
          <OwnerChip owner={lead.assignee} />
        </>
      )}
      <p className="pb-2 text-xs text-ink-faint">
        {moved}, {writeTime(lead.stageAt)}
      </p>
    </div>
  );
}

const NOBODY = '';

function Changing({ lead }: Pick<Props, 'lead'>): ReactElement {
  const me = useMe();
  const { move, assign, shown } = useStanding(lead);
  const officers = useQuery(useTRPC().leads.choices.queryOptions()).data?.officers ?? [];
  // Somebody who left is named as long as the lead is theirs.
  const people = [
    ...officers,
    ...(lead.assignee && !officers.some(({ id }) => id === lead.assignee?.id) ? [lead.assignee] : []),
  ];
  // An officer takes a lead or gives it up; whom else it goes to is an owner's to say.
  const offered = me.role === 'owner' ? people : people.filter(({ id }) => id === me.id || id === shown.assigneeId);
  return (
    <>
      <Select label={texts.stage} value={shown.stage} options={stages} onChange={move} className="w-48" />
      <Select
        label={texts.owner}
        value={shown.assigneeId ?? NOBODY}
        options={[
          { value: NOBODY, label: texts.nobody },
          ...offered.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => assign(id === NOBODY ? null : id)}
        className="w-48"
      />
      {shown.assigneeId === null ? (
        <Button look="bare" onClick={() => assign(me.id)}>
          {texts.take}
        </Button>
      ) : null}
    </>
  );
}
