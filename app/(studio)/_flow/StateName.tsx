import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { StateType } from '@/flows/states';
import { type StateKind, stateKinds } from './state-kinds';

/** A state's name with the dot of its kind's colour. */
export function StateName({
  name,
  type,
  className,
}: {
  readonly name: string;
  readonly type: StateType | null;
  readonly className?: string;
}): ReactElement {
  return (
    <span className={classNames('inline-flex min-w-0 items-center gap-1.5', className)}>
      <span
        aria-hidden
        className={classNames('size-2 shrink-0 rounded-full', type ? dots[stateKinds[type]] : 'bg-line-strong')}
      />
      <span className="truncate">{name}</span>
    </span>
  );
}

const dots = {
  talk: 'bg-kind-talk',
  ask: 'bg-kind-ask',
  logic: 'bg-kind-logic',
  world: 'bg-kind-world',
  people: 'bg-kind-people',
  end: 'bg-kind-end',
} as const satisfies Record<StateKind, string>;
