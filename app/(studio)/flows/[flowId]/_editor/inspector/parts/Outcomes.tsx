import { type ReactElement, useMemo } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { words } from '@/app/_words/en';
import { connect } from '@/flows/edit/connect';
import type { FlowState, Transition } from '@/flows/schema/flow';
import { boundState } from '@/flows/states/bound-state';
import type { Outcome } from '@/flows/states/define-state';
import {
  type OutcomeRow as OutcomeRowOf,
  outcomesOf,
  readable,
  transitionsFrom,
  unusedOutcomes,
} from '../../canvas/outcome-rows';
import { useEditor, useEditorStore } from '../../editor-context';
import { OutcomeRow } from '../outcomes/OutcomeRow';
import { targetOptions } from '../outcomes/targets';
import { findState } from '../owners/find-state';
import { stateOptions } from '../pickers/state-options';
import { Section } from './Section';

const { outcomes: texts, form, edits } = words.editor.inspector;

/** A state's ways out: where each outcome leads, which is how states are connected by the keyboard. */
export function Outcomes({ stateId }: { readonly stateId: string }): ReactElement {
  const { edit } = useEditorStore().getState();
  const { rows, unused } = useOutcomes(stateId);
  const targets = useEditor(({ flow }) => targetOptions(stateOptions(flow.states)));
  return (
    <Section title={texts.title}>
      {rows.length === 0 && unused.length === 0 ? <p className="text-xs text-ink-faint">{texts.none}</p> : null}
      <ul className="flex flex-col gap-4">
        {rows.map(({ outcome, ways }) => (
          <OutcomeRow key={outcome.id} stateId={stateId} outcome={outcome} ways={ways} targets={targets} />
        ))}
      </ul>
      {unused.length === 0 ? null : (
        <Combobox
          label={texts.addOutcome}
          isLabelHidden
          value={null}
          options={unused.map(({ id, label }) => ({ value: id, label: readable(label), hint: id }))}
          placeholder={texts.addOutcome}
          noMatch={form.noMatch}
          onChange={(outcome) =>
            edit(edits.addWay(outcome, stateId), (before) => connect(before, { from: stateId, outcome, to: stateId }))
          }
        />
      )}
    </Section>
  );
}

type Outcomes = Readonly<{
  rows: readonly Readonly<{ outcome: OutcomeRowOf; ways: readonly Transition[] }>[];
  unused: readonly Outcome[];
}>;

/** The same object while a state is only written in: its texts change with every key, its outcomes hardly ever. */
function useOutcomes(stateId: string): Outcomes {
  const store = useEditorStore();
  const ways = useEditor(({ flow }) => transitionsFrom(flow, stateId));
  const labels = useEditor(({ flow }) => labelsOf(findState(flow, stateId)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels stand for all that is read of the state here
  return useMemo(() => {
    const { flow } = store.getState();
    const state = findState(flow, stateId);
    if (!state) return { rows: [], unused: [] };
    const rows = outcomesOf(flow, state).map((outcome) => ({
      outcome,
      ways: ways.filter((way) => way.outcome === outcome.id),
    }));
    return { rows, unused: unusedOutcomes(flow, state) };
  }, [store, stateId, ways, labels]);
}

function labelsOf(state: FlowState | undefined): string {
  return state
    ? boundState(state)
        .outcomes.map(({ id, label }) => `${id} ${label}`)
        .join('\n')
    : '';
}
