import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Gauge } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { CampaignView } from '../../campaign-types';
import { LimitFields, type Limits } from '../_draft/schedule/LimitFields';

const texts = words.campaigns.run;

/** Changes how fast and how far a launched campaign goes: a budget that is reached can be raised. */
export function ChangeLimits({ campaign }: { readonly campaign: CampaignView }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Gauge aria-hidden className="size-4" />
        {texts.limits}
      </Button>
      <Sheet
        title={texts.limits}
        description={texts.limitsBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <LimitsForm campaign={campaign} onSaved={() => setIsOpen(false)} />
      </Sheet>
    </>
  );
}

type FormProps = { readonly campaign: CampaignView; readonly onSaved: () => void };

function LimitsForm({ campaign: { id, plan }, onSaved }: FormProps): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { perSecond, perDay, budgetInr } = plan.schedule;
  const [limits, setLimits] = useState<Limits>({ perSecond, perDay, budgetInr });
  const saving = useMutation(
    trpc.campaigns.changeLimits.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() });
        onSaved();
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ id, ...limits });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 pt-2">
      <LimitFields limits={limits} onChange={(part) => setLimits({ ...limits, ...part })} />
      {saving.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(saving.error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" isBusy={saving.isPending} className="self-end">
        {texts.saveLimits}
      </Button>
    </form>
  );
}
