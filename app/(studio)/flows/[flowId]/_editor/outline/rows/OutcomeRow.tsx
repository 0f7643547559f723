import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { boundState } from '@/flows/states/bound-state';
import { stateOf } from '../../canvas/group-box';
import { familyColour, familyOf, transitionsFrom } from '../../canvas/outcome-rows';
import { useEditor } from '../../editor-context';
import { nameOfOutcome } from '../name-of-thing';
import { RowLine } from './RowLine';

const texts = words.editor.outline;

type Props = { readonly id: string; readonly state: string; readonly outcome: string };

/** A named result of a state, with a word where it leads nowhere. */
export function OutcomeRow({ id, state: stateId, outcome }: Props): ReactElement {
  const name = useEditor(({ flow }) => nameOfOutcome(flow, stateId, outcome));
  const state = useEditor(({ flow }) => stateOf(flow, stateId));
  const ways = useEditor(({ flow }) => transitionsFrom(flow, stateId));
  const count = ways.filter((way) => way.outcome === outcome).length;
  const isKnown = state !== undefined && boundState(state).outcomes.some((known) => known.id === outcome);
  return (
    <RowLine
      id={id}
      sign={
        <span
          aria-hidden
          className="size-1.5 shrink-0 rounded-full"
          style={{ background: familyColour(familyOf(outcome)) }}
        />
      }
      name={name}
      marks={<Mark count={count} isKnown={isKnown} />}
    />
  );
}

function Mark({ count, isKnown }: { readonly count: number; readonly isKnown: boolean }): ReactElement | null {
  if (!isKnown) return <span className="text-danger">{texts.unknown}</span>;
  if (count === 0) return <span className="text-danger">{texts.open}</span>;
  return count > 1 ? <span>{texts.ways(count)}</span> : null;
}
