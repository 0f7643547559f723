import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import type { FormEvent, ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { useMe } from '../../../_me/use-me';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { CampaignView } from '../../campaign-types';
import { Errors } from '../_draft/launch/Issues';
import { Reach } from '../_draft/launch/Reach';

const texts = words.campaigns.run;

/** A second person sees what was proposed, and lets it go. */
export function Approval({ campaign }: { readonly campaign: CampaignView }): ReactElement {
  const { id, plan, channel, author: proposer } = campaign;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const check = useQuery(trpc.audience.check.queryOptions({ plan, channel }));
  const { name } = useMe();
  const approving = useMutation(
    trpc.campaigns.approve.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() }),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    approving.mutate({ id });
  };
  return (
    <section aria-labelledby="approval" className="mt-6 flex flex-col gap-5">
      <div>
        <h2 id="approval" className="text-lg font-semibold">
          {texts.approveTitle}
        </h2>
        <p className="text-sm text-ink-soft">{texts.approveBody(proposer)}</p>
      </div>
      {check.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {check.data ? (
        <>
          <Errors issues={check.data.issues.filter(({ severity }) => severity === 'error')} />
          <Reach reach={check.data.reach} channel={channel} />
        </>
      ) : null}
      <form onSubmit={submit} className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" isBusy={approving.isPending}>
          <ShieldCheck aria-hidden className="size-4" />
          {texts.approve}
        </Button>
        <p className="text-sm text-ink-soft">{texts.approveAs(name)}</p>
        {approving.error ? (
          <p role="alert" className="basis-full text-sm text-danger">
            {problemOf(approving.error)}
          </p>
        ) : null}
      </form>
    </section>
  );
}
