'use client';

import { type ReactElement, useRef } from 'react';
import { words } from '@/app/_words/en';
import { useEditor } from '../editor-context';
import type { Selection } from '../selection';
import { findState } from './owners/find-state';
import { FlowForm } from './parts/FlowForm';
import { GroupForm } from './parts/GroupForm';
import { ManySelected } from './parts/ManySelected';
import { NoteForm } from './parts/NoteForm';
import { RuleForm } from './parts/RuleForm';
import { StateForm } from './parts/StateForm';
import { TransitionForm } from './parts/TransitionForm';
import { useShowPlace } from './use-show-place';

/** Everything about what is selected, to be read and changed; about the flow itself where nothing is. */
export function Inspector(): ReactElement {
  const root = useRef<HTMLElement>(null);
  const selection = useEditor((state) => state.selection);
  useShowPlace(root);
  return (
    <section ref={root} aria-label={words.editor.inspector.label} className="flex h-full flex-col">
      <Selected selection={selection} />
    </section>
  );
}

function Selected({ selection }: { readonly selection: Selection }): ReactElement {
  const { states, notes, groups, transition, rule } = selection;
  if (transition !== null) return <TransitionForm key={transition} id={transition} />;
  if (rule !== null) return <RuleForm id={rule} />;
  if (states.length + notes.length + groups.length > 1) return <ManySelected />;
  const [[state], [note], [group]] = [states, notes, groups];
  if (state !== undefined) return <SelectedState id={state} />;
  if (note !== undefined) return <NoteForm key={note} id={note} />;
  return group === undefined ? <FlowForm /> : <GroupForm key={group} id={group} />;
}

function SelectedState({ id }: { readonly id: string }): ReactElement | null {
  const type = useEditor(({ flow }) => findState(flow, id)?.type);
  return type === undefined ? null : <StateForm id={id} type={type} />;
}
