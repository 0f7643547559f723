import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { sayFailure } from '../_change/say-failure';
import type { FollowUp } from '../follow-up-types';
import { Asking } from './Asking';
import { Moving } from './Moving';

const texts = words.followUps.sheet;

type Props = { readonly row: FollowUp; readonly onDone: () => void };
type Act = 'move' | 'send' | 'cancel';

/** What can be done with one that is planned; what can't be taken back is asked about first. */
export function Acts({ row, onDone }: Props): ReactElement {
  const [act, setAct] = useState<Act | null>(null);
  const { cancelling, sending } = useEnding(row, onDone);
  const leave = (): void => setAct(null);
  switch (act) {
    case null:
      return (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAct('move')}>{texts.move}</Button>
          <Button onClick={() => setAct('send')}>{texts.sendNow}</Button>
          <Button onClick={() => setAct('cancel')} className="text-danger">
            {texts.cancel}
          </Button>
        </div>
      );
    case 'move':
      return <Moving row={row} onDone={onDone} onLeave={leave} />;
    case 'send':
      return (
        <Asking
          title={texts.sendNowTitle}
          body={texts.sendNowBody}
          yes={texts.sendNowYes}
          no={texts.back}
          isBusy={sending.isPending}
          problem={sending.error && sayFailure(sending.error)}
          onYes={() => sending.mutate({ id: row.id })}
          onNo={leave}
        />
      );
    case 'cancel':
      return (
        <Asking
          title={texts.cancelTitle}
          body={texts.cancelBody}
          yes={texts.cancelYes}
          no={texts.keep}
          isBusy={cancelling.isPending}
          problem={cancelling.error && sayFailure(cancelling.error)}
          onYes={() => cancelling.mutate({ id: row.id })}
          onNo={leave}
        />
      );
    default:
      return act satisfies never;
  }
}

function useEnding({ contactName }: FollowUp, onDone: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const name = contactName ?? words.followUps.noName;
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.followUps.pathKey() });
  const done = (said: string): void => {
    toast(said);
    onDone();
  };
  const cancelling = useMutation(
    trpc.followUps.cancel.mutationOptions({ onSettled, onSuccess: () => done(texts.cancelled(name)) }),
  );
  const sending = useMutation(
    trpc.followUps.sendNow.mutationOptions({ onSettled, onSuccess: ({ result }) => done(texts.tried[result](name)) }),
  );
  return { cancelling, sending };
}
