import { Users } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import type { Asked, Traffic } from '../live-types';
import { ChosenTraffic } from './ChosenTraffic';
import { FEWEST_FOR_SHARES, hasShares } from './order-traffic';
import { StateTable } from './StateTable';
import { TransitionTable } from './TransitionTable';

const texts = words.editor.live;

export type TrafficPart = 'states' | 'transitions';
const parts = [
  { id: 'states', label: texts.parts.states },
  { id: 'transitions', label: texts.parts.transitions },
] as const satisfies { id: TrafficPart; label: string }[];

type Props = {
  readonly asked: Asked;
  readonly traffic: Traffic;
  readonly part: TrafficPart;
  readonly onPart: (part: TrafficPart) => void;
  readonly onReplay: (sessionId: string) => void;
};

/** The figures of the canvas as tables; or, once a state or a transition is selected, who came there. */
export function TrafficView({ asked, traffic, part, onPart, onReplay }: Props): ReactElement {
  const transition = useEditor(({ selection }) => selection.transition);
  const state = useEditor(({ selection }) => (selection.states.length === 1 ? (selection.states[0] ?? null) : null));
  if (transition !== null || state !== null) {
    return <ChosenTraffic asked={asked} traffic={traffic} state={state} transition={transition} onReplay={onReplay} />;
  }
  if (traffic.sessions === 0) return <NoTraffic days={texts.periods[asked.days]} />;
  return (
    <>
      <div className="flex flex-col gap-2 p-3">
        <p className="text-sm">
          <span className="font-semibold">{texts.sessions(traffic.sessions)}</span>
        </p>
        {hasShares(traffic.sessions) ? null : (
          <p className="text-xs text-ink-soft">{texts.fewForShares(FEWEST_FOR_SHARES)}</p>
        )}
        <Segments label={texts.parts.label} segments={parts} active={part} onChange={onPart} />
      </div>
      {part === 'states' ? (
        <StateTable states={traffic.states} />
      ) : (
        <TransitionTable transitions={traffic.transitions} />
      )}
    </>
  );
}

function NoTraffic({ days }: { readonly days: string }): ReactElement {
  return (
    <Notice
      icon={Users}
      title={texts.emptyTitle}
      action={
        <Link href="/simulator" className={buttonClass('quiet')}>
          {texts.toSimulator}
        </Link>
      }
    >
      {texts.emptyBody(days)}
    </Notice>
  );
}
