import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { setFlowHead } from '@/flows/edit/set-flow-head';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditor, useEditorStore } from '../../editor-context';
import { IssueList } from '../form/IssueList';
import { LineInput } from '../form/LineInput';
import { useComposedText } from '../form/use-composed-text';
import { StatePicker } from '../pickers/StatePicker';
import { FlowLanguages } from './FlowLanguages';
import { Panel } from './Panel';
import { RuleList } from './RuleList';
import { VariableTable } from './VariableTable';

const { flow: texts, edits } = words.editor.inspector;

/** The flow itself, where nothing of it is selected. */
export function FlowForm(): ReactElement {
  const { edit } = useEditorStore().getState();
  const name = useEditor(({ flow }) => flow.name);
  const description = useEditor(({ flow }) => flow.description);
  const start = useEditor(({ flow }) => flow.start);
  const issues = useEditor((state) => state.issues);
  const change = (field: string, head: Parameters<typeof setFlowHead>[1]) =>
    edit(edits.flow(field), (flow) => setFlowHead(flow, head), { merge: `flow:${field}` });
  const typedName = useComposedText(name, (text) => change('name', { name: text }));
  const typedDescription = useComposedText(description, (text) => change('description', { description: text }));
  return (
    <Panel>
      <div className="flex flex-col gap-3 px-4 py-4">
        <h2 className="text-base font-semibold" tabIndex={-1} data-path="">
          {texts.title}
        </h2>
        <IssueList issues={(issues ?? []).filter(isOfFlow)} />
        <LineInput
          label={texts.name}
          isLong={false}
          typed={{ ...typedName, problem: typedName.value === '' ? texts.noName : null }}
        />
        <LineInput label={texts.description} isLong typed={{ ...typedDescription, problem: null }} />
        <StatePicker label={texts.start} value={start} onChange={(state) => change('start', { start: state })} />
      </div>
      <FlowLanguages />
      <RuleList />
      <VariableTable />
    </Panel>
  );
}

function isOfFlow({ place }: FlowIssue): boolean {
  return place.state === undefined && place.rule === undefined && place.transition === undefined;
}
