import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { StateName } from '../../../../../_flow/StateName';
import { stateOf } from '../../canvas/group-box';
import { useEditor } from '../../editor-context';
import { nameOfOutcome, nameOfTarget } from '../../outline/name-of-thing';

const texts = words.editor.live;

type Props = (
  | { readonly state: string; readonly transition?: undefined }
  | { readonly transition: string; readonly state?: undefined }
) & { readonly onChoose: () => void };

/** A state or a transition by its name, which leads there; one that the draft does not have leads nowhere. */
export function PlaceName({ state, transition, onChoose }: Props): ReactElement {
  const isThere = useEditor(({ flow }) =>
    state === undefined ? flow.transitions.some(({ id }) => id === transition) : stateOf(flow, state) !== undefined,
  );
  const name = useEditor(({ flow }) => (state === undefined ? nameOfWay(flow, transition) : nameOfTarget(flow, state)));
  const type = useEditor(({ flow }) => (state === undefined ? null : (stateOf(flow, state)?.type ?? null)));
  const shown =
    state === undefined ? <span className="block truncate">{name}</span> : <StateName name={name} type={type} />;
  if (!isThere) {
    return (
      <span className="flex min-h-9 min-w-0 items-center gap-2">
        <span className="min-w-0 truncate">{shown}</span>
        <Badge>{texts.gone}</Badge>
      </span>
    );
  }
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-9 w-full min-w-0 items-center rounded-md text-left font-medium text-accent hover:underline pointer-coarse:min-h-11"
    >
      <span className="min-w-0 truncate">{shown}</span>
    </button>
  );
}

function nameOfWay(flow: Flow, transitionId: string): string {
  const way = flow.transitions.find(({ id }) => id === transitionId);
  if (!way) return transitionId;
  const { from, outcome, to } = way;
  return `${nameOfTarget(flow, from)}, ${nameOfOutcome(flow, from, outcome)} → ${nameOfTarget(flow, to)}`;
}
