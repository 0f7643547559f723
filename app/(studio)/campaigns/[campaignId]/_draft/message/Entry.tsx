import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { CampaignPlan } from '@/server/campaigns/plan/campaign-plan';
import { nameOfState } from '../../../../_flow/name-of-state';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { Draft } from '../saving/use-draft';

const texts = words.campaigns.draft.message;

const liveChoices = (['skip', 'wait', 'join'] as const).map((value) => ({ value, ...texts.live[value] }));

/** Where an answer enters a flow, and what becomes of people who are in the middle of a conversation. */
export function Entry({ draft }: { readonly draft: Draft }): ReactElement {
  const { entry, live } = draft.plan;
  const trpc = useTRPC();
  const flows = useQuery(trpc.flows.list.queryOptions());
  const flow = useQuery({ ...trpc.flows.read.queryOptions({ flowId: entry?.flowId ?? '' }), enabled: entry !== null });
  const states = (flow.data?.flow.states ?? []).map((state) => ({ value: state.id, label: nameOfState(state) }));
  const entering = useEntering((next) => draft.change({ entry: next }));
  const published = (flows.data ?? []).filter(({ publishedVersion }) => publishedVersion !== null);
  const choices = [
    { value: '', label: texts.noEntry },
    ...published.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="text-sm font-semibold">{texts.entry}</legend>
        <p className="text-sm text-ink-soft">{texts.entryBody}</p>
        <Select
          label={texts.entryFlow}
          value={entry?.flowId ?? ''}
          options={choices}
          onChange={(flowId) => (flowId === '' ? draft.change({ entry: null }) : entering.mutate(flowId))}
        />
        {entering.error ? (
          <p role="alert" className="text-sm text-danger">
            {problemOf(entering.error)}
          </p>
        ) : null}
        {entry === null ? null : (
          <Combobox
            label={texts.entryState}
            value={entry.stateId}
            options={states}
            placeholder={texts.pickState}
            noMatch={texts.noState}
            onChange={(stateId) => draft.change({ entry: { ...entry, stateId } })}
          />
        )}
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="mb-2 text-sm font-semibold">{texts.liveTitle}</legend>
        <RadioGroup
          label={texts.liveTitle}
          options={liveChoices}
          value={live}
          onChange={(chosen) => draft.change({ live: chosen })}
        />
      </fieldset>
    </div>
  );
}

/** Enters a flow at its start, until another state is chosen. */
function useEntering(onEnter: (entry: NonNullable<CampaignPlan['entry']>) => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (flowId: string) => queries.fetchQuery(trpc.flows.read.queryOptions({ flowId })),
    onSuccess: ({ flow }) => onEnter({ flowId: flow.id, stateId: flow.start }),
  });
}
