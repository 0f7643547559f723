import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { problemOf } from '../../../../../_trpc/problem-of';
import type { PeoplePlan } from '../flow-queries';
import { MoveTargets } from './MoveTargets';
import { PlaceList } from './PlaceList';
import { usePeopleInStates } from './use-people-in-states';

const texts = words.editor.versions.people;

type Props = {
  /** What new conversations will run. */
  readonly next: Flow | null;
  readonly plan: PeoplePlan;
  readonly onPlan: (plan: PeoplePlan) => void;
};

/** How many people are in a conversation, in which changed states, and what becomes of them. */
export function PeopleChoice({ next, plan, onPlan }: Props): ReactElement {
  const counting = usePeopleInStates(next);
  if (counting.type === 'counting') return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (counting.type === 'failed') {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={counting.retry}>{words.problem.retry}</Button>}
      >
        {problemOf(counting.error)}
      </Notice>
    );
  }
  const { places, total } = counting;
  if (total === 0) return <p className="text-sm text-ink-soft">{texts.nobody}</p>;
  const gone = places.filter(({ what }) => what === 'gone');
  return (
    <div className="flex flex-col gap-3">
      <PlaceList places={places} total={total} />
      <RadioGroup
        label={texts.choice}
        value={plan.mode}
        options={modes.map((value) => ({ value, ...texts.modes[value] }))}
        onChange={(mode) => onPlan(mode === 'move' ? { mode, targets: {} } : { mode })}
      />
      {plan.mode === 'move' && next && gone.length > 0 ? (
        <MoveTargets
          places={gone}
          states={next.states}
          targets={plan.targets}
          onTargets={(targets) => onPlan({ mode: 'move', targets })}
        />
      ) : null}
    </div>
  );
}

const modes = ['stay', 'move', 'handOver'] as const;
