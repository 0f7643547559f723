import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { FlowState } from '@/flows/schema/flow';
import { nameOfState } from '../../../../../_flow/name-of-state';
import type { PeopleInPlace } from './people-in-states';

const texts = words.editor.versions.people;

type Targets = Readonly<Record<string, string>>;

type Props = {
  /** States that the new version does not have. */
  readonly places: readonly PeopleInPlace[];
  readonly states: readonly FlowState[];
  readonly targets: Targets;
  readonly onTargets: (targets: Record<string, string>) => void;
};

const STAY = '';

/** For each state that is gone: where its people go on. Without a target they stay on their version. */
export function MoveTargets({ places, states, targets, onTargets }: Props): ReactElement {
  const options = [
    { value: STAY, label: texts.staysThere },
    ...states.map((state) => ({ value: state.id, label: nameOfState(state) })),
  ];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-sm font-medium">{texts.targets}</legend>
      {places.map(({ state, name, people }) => (
        <Select
          key={state}
          label={texts.target(name, people)}
          value={targets[state] ?? STAY}
          options={options}
          onChange={(target) => {
            const { [state]: _replaced, ...others } = targets;
            onTargets(target === STAY ? others : { ...others, [state]: target });
          }}
        />
      ))}
    </fieldset>
  );
}
