'use client';

import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { Composer } from '../../../../../_phone/Composer';
import { textsSaid } from '../change-tryout';
import { useTry, useTryStore } from '../try-context';
import type { TryStep } from '../tryout';
import { useLitWay } from '../use-following';
import { AnswerBar } from './AnswerBar';
import { ChangesBar } from './ChangesBar';
import { EffectBar } from './EffectBar';
import { ForcedBar } from './ForcedBar';
import { Standing } from './Standing';
import { TalkHeader } from './TalkHeader';
import { TryThread } from './TryThread';
import { useNextLines } from './use-next-lines';

/** The customer's phone on the draft, and everything that can be done to the conversation. */
export function TalkTab(): ReactElement {
  const store = useTryStore();
  const [waiting, setWaiting] = useState<TryStep | null>(null);
  const tryout = useTry((state) => state.tryout);
  const problem = useTry((state) => state.problem);
  const suggestions = useNextLines();
  useLitWay();
  /** Looking back, one answers in the place of what was said then: what becomes of the later answers is asked. */
  const act = (step: TryStep): void => {
    if (store.getState().lookedAt === null) store.getState().act(step);
    else setWaiting(step);
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <TalkHeader />
      <ChangesBar />
      <TryThread onAct={act} />
      {problem === null ? null : <Problem text={problem} />}
      <Standing onAct={act} />
      <EffectBar onAct={act} />
      <ForcedBar />
      {waiting ? <AnswerBar step={waiting} onDone={() => setWaiting(null)} /> : null}
      <Composer
        isDisabled={false}
        suggestions={suggestions}
        language={tryout.start.language}
        sent={textsSaid(tryout)}
        onSend={(text) => act({ type: 'said', texts: [text], understoodAs: store.getState().understoodAs })}
      />
    </div>
  );
}

function Problem({ text }: { readonly text: string }): ReactElement {
  const store = useTryStore();
  return (
    <div role="alert" className="flex items-center gap-2 bg-danger-soft px-3 py-2 text-sm text-danger">
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{text}</span>
      <Button onClick={store.getState().playAgain}>{words.problem.retry}</Button>
    </div>
  );
}
