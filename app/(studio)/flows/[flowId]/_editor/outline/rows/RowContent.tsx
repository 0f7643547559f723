import type { ReactElement } from 'react';
import type { OutlineRow } from '../outline-rows';
import { GroupRow } from './GroupRow';
import { NoteRow } from './NoteRow';
import { OutcomeRow } from './OutcomeRow';
import { RuleRow } from './RuleRow';
import { SectionRow } from './SectionRow';
import { StateRow } from './StateRow';
import { TransitionRow } from './TransitionRow';

type Props = {
  /** The row's name and its marks carry this id with `-name` and `-marks`. */
  readonly id: string;
  readonly row: OutlineRow;
  readonly isHere: boolean;
  readonly around: string | null;
};

/** What a row says, by what it stands for. Each reads only its own part of the flow. */
export function RowContent({ id, row, isHere, around }: Props): ReactElement {
  const { thing } = row;
  switch (thing.type) {
    case 'group':
      return <GroupRow id={id} group={thing.id} />;
    case 'state':
      return <StateRow id={id} state={thing.id} isOpen={row.isExpanded === true} isHere={isHere} around={around} />;
    case 'outcome':
      return <OutcomeRow id={id} state={thing.state} outcome={thing.outcome} />;
    case 'transition':
      return <TransitionRow id={id} state={thing.state} transition={thing.id} />;
    case 'rules':
    case 'notes':
      return <SectionRow id={id} section={thing.type} />;
    case 'rule':
      return <RuleRow id={id} rule={thing.id} />;
    case 'note':
      return <NoteRow id={id} note={thing.id} />;
    default:
      return thing satisfies never;
  }
}
