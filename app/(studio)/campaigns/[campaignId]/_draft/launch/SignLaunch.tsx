import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Rocket } from 'lucide-react';
import { type FormEvent, type ReactElement, useId, useSyncExternalStore } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { authorStore, LONGEST_AUTHOR } from '../../../../_author/author-store';
import { writeCount } from '../../../../_figures/write-figure';
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
  const author = useSyncExternalStore(authorStore.subscribe, authorStore.read, authorStore.readOnServer);
  const why = useId();
  const launching = useMutation(
    trpc.campaigns.launch.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() }),
    }),
  );
  const above = settings.data?.approvalAbove;
  const needsApproval = above !== undefined && people > above;
  const waitsFor = waits ?? (author.trim() === '' ? texts.giveName : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsFor === null) launching.mutate({ id, revision, author: author.trim() });
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
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={texts.author}
          value={author}
          maxLength={LONGEST_AUTHOR}
          autoComplete="name"
          onChange={(event) => authorStore.write(event.target.value)}
          className="w-64"
        />
        <Button
          type="submit"
          look="primary"
          isBusy={launching.isPending}
          disabled={waitsFor !== null}
          aria-describedby={why}
        >
          <Rocket aria-hidden className="size-4" />
          {needsApproval ? texts.propose : plan.schedule.startsAt === null ? texts.go : texts.goLater}
        </Button>
        <p id={why} className="min-h-9 content-center text-sm text-ink-soft">
          {waitsFor ?? ''}
        </p>
      </div>
    </form>
  );
}
