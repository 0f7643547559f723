import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Rocket } from 'lucide-react';
import { type FormEvent, type ReactElement, useId } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { useMe } from '../../../../_me/use-me';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { CampaignView } from '../../../campaign-types';

const texts = words.campaigns.draft.launch;

type Props = {
  readonly campaign: CampaignView;
  readonly people: number;
  /** What keeps it from being launched now. */
  readonly waits: string | null;
};

/** Who launches it, and the button; above the setting it is a proposal that a second person approves. */
export function SignLaunch({ campaign, people, waits }: Props): ReactElement {
  const { id, revision, plan } = campaign;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const settings = useQuery(trpc.campaigns.settings.queryOptions());
  const { name } = useMe();
  const why = useId();
  const launching = useMutation(
    trpc.campaigns.launch.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() }),
    }),
  );
  const above = settings.data?.approvalAbove;
  const needsApproval = above !== undefined && people > above;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waits === null) launching.mutate({ id, revision });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm text-ink-soft">{texts.frozen}</p>
      {needsApproval ? <p className="text-sm font-medium">{texts.approvalBody(writeCount(above))}</p> : null}
      {launching.error ? (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger wrap-anywhere">
          {texts.notLaunched} {problemOf(launching.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          look="primary"
          isBusy={launching.isPending}
          disabled={waits !== null}
          aria-describedby={why}
        >
          <Rocket aria-hidden className="size-4" />
          {needsApproval ? texts.propose : plan.schedule.startsAt === null ? texts.go : texts.goLater}
        </Button>
        <p id={why} className="min-h-9 content-center text-sm text-ink-soft">
          {waits ?? texts.as(name)}
        </p>
      </div>
    </form>
  );
}
