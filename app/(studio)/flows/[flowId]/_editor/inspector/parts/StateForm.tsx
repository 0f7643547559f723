import { type ReactElement, useMemo } from 'react';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import type { StateType } from '@/flows/states';
import { outcomesOf } from '../../canvas/outcome-rows';
import { useEditor } from '../../editor-context';
import { Form } from '../form/Form';
import { hasTexts } from '../form/has-texts';
import { findState } from '../owners/find-state';
import { stateOwner } from '../owners/state-owner';
import { Preview } from '../preview/Preview';
import { ConsentForm } from './ConsentForm';
import { LanguagesShown } from './LanguagesShown';
import { Outcomes } from './Outcomes';
import { Panel } from './Panel';
import { PlaceIssues } from './PlaceIssues';
import { Section } from './Section';
import { StateHead } from './StateHead';

type Props = { readonly id: string; readonly type: StateType };

/** Everything that can be said of one state. */
export function StateForm({ id, type }: Props): ReactElement {
  const owner = useMemo(() => stateOwner(id, type), [id, type]);
  const outcomes = useEditor(({ flow }) => outcomeIdsOf(flow, id));
  return (
    <Panel footer={<Preview owner={owner} />}>
      <StateHead id={id} />
      <PlaceIssues owner={owner} shownElsewhere={outcomes.split(' ')} />
      <Section title={words.editor.inspector.state.data} beside={hasTexts(owner.field) ? <LanguagesShown /> : null}>
        <Form key={owner.key} owner={owner} />
      </Section>
      <Outcomes key={`outcomes:${id}`} stateId={id} />
      <ConsentForm key={`consent:${id}`} stateId={id} />
    </Panel>
  );
}

/** The outcomes that have a row among the ways out. */
function outcomeIdsOf(flow: Flow, id: string): string {
  const state = findState(flow, id);
  return state
    ? outcomesOf(flow, state)
        .map((outcome) => outcome.id)
        .join(' ')
    : '';
}
