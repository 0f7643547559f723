import type { ReactElement } from 'react';
import { Menu } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import type { OutlineRow } from '../outline-rows';
import type { RowActs } from '../row-acts';
import { GroupActs } from './GroupActs';
import { NoteActs } from './NoteActs';
import { OutcomeActs } from './OutcomeActs';
import { RuleActs } from './RuleActs';
import { SectionActs } from './SectionActs';
import { StateActs } from './StateActs';
import { TransitionActs } from './TransitionActs';

type Props = {
  readonly row: OutlineRow;
  readonly name: string;
  readonly trigger: ReactElement;
  readonly acts: RowActs;
};

/** Everything that can be done to what a row stands for, as on the canvas. */
export function RowMenu({ row, name, trigger, acts }: Props): ReactElement {
  return (
    <Menu
      label={words.editor.outline.acts(name)}
      trigger={trigger}
      onClose={acts.closeMenu}
      returnFocus={acts.returnFocus}
    >
      <ActsOf row={row} acts={acts} />
    </Menu>
  );
}

function ActsOf({ row, acts }: Pick<Props, 'row' | 'acts'>): ReactElement {
  const { thing } = row;
  switch (thing.type) {
    case 'group':
      return <GroupActs group={thing.id} acts={acts} />;
    case 'state':
      return <StateActs state={thing.id} row={row} acts={acts} />;
    case 'outcome':
      return <OutcomeActs state={thing.state} outcome={thing.outcome} row={row} acts={acts} />;
    case 'transition':
      return <TransitionActs state={thing.state} transition={thing.id} row={row} acts={acts} />;
    case 'rule':
      return <RuleActs rule={thing.id} row={row} acts={acts} />;
    case 'note':
      return <NoteActs note={thing.id} row={row} acts={acts} />;
    case 'rules':
    case 'notes':
      return <SectionActs section={thing.type} />;
    default:
      return thing satisfies never;
  }
}
