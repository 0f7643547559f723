import type { ReactElement } from 'react';
import { CommandGroup, CommandItem, CommandList } from '@/app/_ui/CommandList';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { BACK } from '@/flows/schema/flow';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { StateName } from '../../../../../_flow/StateName';
import { useEditor } from '../../editor-context';

const texts = words.editor.outline;

type Props = {
  readonly title?: string;
  /** Also offers to go back to where a digression began. */
  readonly canGoBack?: boolean;
  readonly onChoose: (stateId: string) => void;
  readonly onClose: () => void;
};

/** One of the flow's states, found by typing. */
export function ChooseState({
  title = texts.picking.state,
  canGoBack = false,
  onChoose,
  onClose,
}: Props): ReactElement {
  const states = useEditor(({ flow }) => flow.states);
  const choose = (id: string): void => {
    onChoose(id);
    onClose();
  };
  return (
    <Sheet title={title} closeLabel={texts.picking.close} isOpen onClose={onClose}>
      <CommandList
        label={title}
        placeholder={texts.picking.search}
        empty={texts.picking.empty}
        className="-mx-5 h-96 max-h-[60dvh]"
      >
        <CommandGroup heading="">
          {states.map((state) => (
            <CommandItem
              key={state.id}
              value={`state ${state.id}`}
              keywords={[nameOfState(state)]}
              onSelect={() => choose(state.id)}
            >
              <StateName name={nameOfState(state)} type={state.type} />
            </CommandItem>
          ))}
          {canGoBack ? (
            <CommandItem value="back @back" onSelect={() => choose(BACK)}>
              {texts.back}
            </CommandItem>
          ) : null}
        </CommandGroup>
      </CommandList>
    </Sheet>
  );
}
