import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleX, Pause, Play } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { CampaignStatus, CampaignView } from '../../campaign-types';
import { ChangeLimits } from './ChangeLimits';

const texts = words.campaigns.run;

/** Holds a campaign, lets it go on, or ends it. What was refused is said. */
export function RunActs({ campaign }: { readonly campaign: CampaignView }): ReactElement {
  const { id, status } = campaign;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() });
  const pausing = useMutation(trpc.campaigns.pause.mutationOptions({ onSettled }));
  const resuming = useMutation(trpc.campaigns.resume.mutationOptions({ onSettled }));
  const goingBack = useMutation(trpc.campaigns.cancel.mutationOptions({ onSettled }));
  const problem = pausing.error ?? resuming.error ?? goingBack.error;
  return (
    <div className="flex flex-col items-end gap-1">
      <div className="flex flex-wrap gap-2">
        {mayPause.includes(status) ? (
          <Button isBusy={pausing.isPending} onClick={() => pausing.mutate({ id })}>
            {pausing.isPending ? null : <Pause aria-hidden className="size-4" />}
            {texts.pause}
          </Button>
        ) : null}
        {status === 'paused' ? (
          <Button look="primary" isBusy={resuming.isPending} onClick={() => resuming.mutate({ id })}>
            {resuming.isPending ? null : <Play aria-hidden className="size-4" />}
            {texts.resume}
          </Button>
        ) : null}
        {status === 'awaitingApproval' ? (
          <Button isBusy={goingBack.isPending} onClick={() => goingBack.mutate({ id })}>
            {texts.backToDraft}
          </Button>
        ) : null}
        {mayCancel.includes(status) ? (
          <>
            <ChangeLimits campaign={campaign} />
            <Cancelling id={id} />
          </>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className="max-w-sm text-sm text-danger">
          {texts.notDone} {problemOf(problem)}
        </p>
      ) : null}
    </div>
  );
}

const mayPause: readonly CampaignStatus[] = ['running', 'scheduled'];
const mayCancel: readonly CampaignStatus[] = ['freezing', 'scheduled', 'running', 'paused'];

function Cancelling({ id }: { readonly id: string }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const cancelling = useMutation(
    trpc.campaigns.cancel.mutationOptions({
      onSuccess: () => setIsOpen(false),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() }),
    }),
  );
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <CircleX aria-hidden className="size-4" />
        {texts.cancel}
      </Button>
      <Sheet
        title={texts.cancelTitle}
        description={texts.cancelBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <div className="flex flex-wrap justify-end gap-2 pt-3">
          {cancelling.error ? (
            <p role="alert" className="basis-full text-sm text-danger">
              {problemOf(cancelling.error)}
            </p>
          ) : null}
          <Button onClick={() => setIsOpen(false)}>{texts.keepGoing}</Button>
          <Button className="text-danger" isBusy={cancelling.isPending} onClick={() => cancelling.mutate({ id })}>
            {texts.cancelNow}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
