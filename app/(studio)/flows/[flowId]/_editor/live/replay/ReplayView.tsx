import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, MessagesSquare, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditorStore } from '../../editor-context';
import { nothingLit } from '../../lit';
import type { Selection } from '../../selection';
import type { Replay } from '../live-types';
import { MomentView } from './MomentView';
import { Player } from './Player';
import { ReplaySteps } from './ReplaySteps';
import { firstStepAt, momentAt } from './replay-moment';

const texts = words.editor.live.replay;

type Props = {
  readonly sessionId: string;
  /** What was selected when the conversation was opened: it begins where it came there. */
  readonly from: Selection;
  readonly onBack: () => void;
};

/** One contact's real conversation on the canvas, step by step. */
export function ReplayView({ sessionId, from, onBack }: Props): ReactElement {
  const trpc = useTRPC();
  const replay = useQuery({ ...trpc.live.replay.queryOptions({ sessionId }), refetchOnWindowFocus: false });
  return (
    <section aria-label={words.editor.live.label} className="flex h-full min-h-0 flex-col">
      <div className="flex items-center border-b border-line px-2 py-1.5">
        <Button look="bare" className="px-2" onClick={onBack}>
          <ArrowLeft aria-hidden className="size-4" />
          {texts.back}
        </Button>
      </div>
      {replay.isPending ? <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" /> : null}
      {replay.isError ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void replay.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(replay.error)}
        </Notice>
      ) : null}
      {replay.data ? <Replayed key={sessionId} replay={replay.data} from={from} /> : null}
    </section>
  );
}

type ReplayedProps = { readonly replay: Replay; readonly from: Selection };

function Replayed({ replay, from: { states, transition } }: ReplayedProps): ReactElement {
  const { steps, contactName } = replay;
  const [index, setIndex] = useState(() => firstStepAt(steps, { state: states[0] ?? null, transition }));
  const moment = momentAt(steps, index);
  useReplayLight(replay, index);
  if (!moment) return <Notice icon={MessagesSquare} title={texts.empty} />;
  const name = contactName ?? words.editor.live.chosen.noName;
  return (
    <>
      <header className="px-4 pt-3">
        <h2 className="text-base font-semibold wrap-anywhere">{texts.title(name)}</h2>
        <p className="text-xs text-ink-soft">
          {words.editor.live.channels[replay.channel]}, {texts.version(moment.step.flowVersion)}
        </p>
      </header>
      <Player steps={steps} index={index} onIndex={setIndex} />
      <ReplaySteps steps={steps} index={index} onIndex={setIndex} />
      <MomentView moment={moment} />
    </>
  );
}

/** Lights the way up to a step, and nothing any more when the replay is left. */
function useReplayLight({ steps }: Replay, index: number): void {
  const store = useEditorStore();
  useEffect(() => {
    const moment = momentAt(steps, index);
    if (moment) store.getState().light(moment.lit);
  }, [store, steps, index]);
  useEffect(() => {
    const { current, visited, taken } = nothingLit;
    return () => store.getState().light({ current, visited, taken });
  }, [store]);
}
