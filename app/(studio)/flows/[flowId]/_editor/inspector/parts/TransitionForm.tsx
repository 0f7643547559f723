import { Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { words } from '@/app/_words/en';
import { reroute } from '@/flows/edit/reroute';
import type { Transition } from '@/flows/schema/flow';
import { boundState } from '@/flows/states/bound-state';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { readable, transitionsFrom } from '../../canvas/outcome-rows';
import { removeTransition, selectState } from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import { IssueList } from '../form/IssueList';
import { TargetPicker } from '../outcomes/TargetPicker';
import { targetOptions } from '../outcomes/targets';
import { WayDetails } from '../outcomes/WayDetails';
import { findState } from '../owners/find-state';
import { StatePicker } from '../pickers/StatePicker';
import { stateOptions } from '../pickers/state-options';
import { Panel } from './Panel';
import { Section } from './Section';

const { transition: texts, outcomes, edits, form } = words.editor.inspector;

/** A selected transition: both its ends, and when it is taken. */
export function TransitionForm({ id }: { readonly id: string }): ReactElement | null {
  const store = useEditorStore();
  const way = useEditor(({ flow }) => flow.transitions.find((other) => other.id === id));
  const issues = useEditor((state) => state.issues);
  if (!way) return null;
  const rivals = transitionsFrom(store.getState().flow, way.from).filter(({ outcome }) => outcome === way.outcome);
  return (
    <Panel>
      <header className="flex items-center gap-2 px-4 py-4">
        <h2 className="grow text-base font-semibold" tabIndex={-1} data-path="">
          {texts.title}
        </h2>
        <Button look="bare" onClick={() => removeTransition(store, id)}>
          <Trash2 aria-hidden className="size-4" />
          {texts.remove}
        </Button>
      </header>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <IssueList issues={issues?.filter(({ place }) => place.transition === id) ?? []} />
        <Ends way={way} />
      </div>
      <Section title={outcomes.onlyWhen}>
        <WayDetails
          way={way}
          outcome={way.outcome}
          target={way.to}
          index={rivals.findIndex((rival) => rival.id === id)}
          count={rivals.length}
        />
      </Section>
    </Panel>
  );
}

function Ends({ way }: { readonly way: Transition }): ReactElement {
  const store = useEditorStore();
  const from = useEditor(({ flow }) => findState(flow, way.from));
  const targets = useEditor(({ flow }) => targetOptions(stateOptions(flow.states)));
  const known = from
    ? boundState(from).outcomes.map(({ id, label }) => ({ value: id, label: readable(label), hint: id }))
    : [];
  const isKnown = known.some(({ value }) => value === way.outcome);
  const leaveFrom = (state: string, outcome: string) =>
    store.getState().edit(edits.connect(outcome, state), (flow) => reroute(flow, way.id, { from: { state, outcome } }));
  return (
    <>
      <StatePicker label={texts.from} value={way.from} onChange={(state) => leaveFrom(state, way.outcome)} />
      <Combobox
        label={texts.outcome}
        value={way.outcome}
        options={isKnown ? known : [{ value: way.outcome, label: way.outcome }, ...known]}
        noMatch={form.noMatch}
        onChange={(outcome) => leaveFrom(way.from, outcome)}
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-xs font-medium text-ink-soft">
          {texts.to}
        </span>
        <TargetPicker label={texts.to} way={way} value={way.to} targets={targets} />
      </div>
      {from ? (
        <Button onClick={() => selectState(store, from.id)} className="self-start">
          {texts.open(nameOfState(from))}
        </Button>
      ) : null}
    </>
  );
}
