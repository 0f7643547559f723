import { type ReactElement, useMemo } from 'react';
import { CommandGroup, CommandItem, CommandList } from '@/app/_ui/CommandList';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { outcomesOf } from '../../canvas/outcome-rows';
import { useEditorStore } from '../../editor-context';

const texts = words.editor.outline.picking;

type End = Readonly<{ state: string; outcome: string }>;
type Props = { readonly title?: string; readonly onChoose: (end: End) => void; readonly onClose: () => void };

/** One of the outcomes of the flow's states, found by typing the name of either; those that lead nowhere come first. */
export function ChooseOutcome({ title = texts.outcome, onChoose, onClose }: Props): ReactElement {
  const store = useEditorStore();
  const ends = useMemo(() => endsIn(store.getState().flow), [store]);
  return (
    <Sheet title={title} closeLabel={texts.close} isOpen onClose={onClose}>
      <CommandList
        label={title}
        placeholder={texts.searchOutcomes}
        empty={texts.empty}
        className="-mx-5 h-96 max-h-[60dvh]"
      >
        {[...ends].map(([state, outcomes]) => (
          <CommandGroup key={state.id} heading={nameOfState(state)}>
            {outcomes.map(({ id, label, ends: end }) => (
              <CommandItem
                key={id}
                value={`${state.id}/${id}`}
                keywords={[nameOfState(state), label]}
                onSelect={() => {
                  onChoose({ state: state.id, outcome: id });
                  onClose();
                }}
              >
                <span className="min-w-0 flex-1 truncate">{label}</span>
                {end === 'open' ? <span className="text-xs text-danger">{words.editor.outline.open}</span> : null}
              </CommandItem>
            ))}
          </CommandGroup>
        ))}
      </CommandList>
    </Sheet>
  );
}

function endsIn(flow: Flow) {
  const ends = flow.states.map((state) => [state, outcomesOf(flow, state)] as const);
  const isOpen = ([, outcomes]: (typeof ends)[number]) => (outcomes.some(({ ends: end }) => end === 'open') ? 0 : 1);
  return new Map(ends.filter(([, outcomes]) => outcomes.length > 0).sort((one, other) => isOpen(one) - isOpen(other)));
}
