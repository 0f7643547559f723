import { Plus, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { renameVariable } from '@/flows/edit/rename-variable';
import { addVariable, removeVariable, setVariable } from '@/flows/edit/variables';
import type { Flow, FlowVariable } from '@/flows/schema/flow';
import { customerSlots, slotKind, slotName } from '@/flows/schema/slots';
import { useEditor, useEditorStore } from '../../editor-context';
import { NameLine } from '../form/NameLine';
import { schemaProblem } from '../form/schema-problem';
import { SlotValueInput } from '../pickers/SlotValueInput';
import { Section } from './Section';

const { flow: texts, edits } = words.editor.inspector;

/** What a flow remembers beside what every flow knows of a customer. */
export function VariableTable(): ReactElement {
  const variables = useEditor(({ flow }) => flow.variables);
  return (
    <Section title={texts.variables} body={texts.variablesBody}>
      {variables.length === 0 ? <p className="text-xs text-ink-faint">{texts.noVariables}</p> : null}
      <ul className="flex flex-col gap-2">
        {variables.map((variable) => (
          <VariableRow key={variable.name} variable={variable} />
        ))}
      </ul>
      <NewVariable variables={variables} />
    </Section>
  );
}

function VariableRow({ variable }: { readonly variable: FlowVariable }): ReactElement {
  const { edit } = useEditorStore().getState();
  const { name, kind, initial, description } = variable;
  const change = (changed: FlowVariable, field: string) =>
    edit(edits.setVariable(name), (flow) => setVariable(flow, name, changed), { merge: `variable:${name}:${field}` });
  const { initial: _initial, ...withoutInitial } = variable;
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-xl border border-line p-3">
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <VariableName name={name} />
        </div>
        <IconButton
          icon={Trash2}
          label={texts.removeVariable(name)}
          onClick={() => edit(edits.removeVariable(name), (flow) => removeVariable(flow, name))}
          className="size-7"
        />
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={texts.variableKindOf(name)}
          isLabelHidden
          value={kind}
          options={slotKind.options.map((option) => ({ value: option, label: texts.kinds[option] }))}
          onChange={(chosen) => change({ ...withoutInitial, kind: chosen }, 'kind')}
        />
        <SlotValueInput
          label={texts.variableInitial(name)}
          isLabelHidden
          definition={{ kind }}
          value={initial ?? ''}
          canBeEmpty
          onChange={(value) => change(value === '' ? withoutInitial : { ...variable, initial: value }, 'initial')}
        />
      </div>
      <TextField
        label={texts.variableDescription(name)}
        isLabelHidden
        placeholder={texts.variableDescription(name)}
        defaultValue={description ?? ''}
        key={description}
        onBlur={(event) => {
          const text = event.target.value;
          if (text !== (description ?? '')) change({ ...variable, description: text }, 'description');
        }}
      />
    </li>
  );
}

/** What reads and fills a variable follows its name. */
function VariableName({ name }: { readonly name: string }): ReactElement {
  const store = useEditorStore();
  return (
    <NameLine
      label={texts.variableName}
      value={name}
      problemOf={(text) => nameProblem(text, store.getState().flow.variables)}
      onCommit={(text) => store.getState().edit(edits.setVariable(name), (flow) => renameVariable(flow, name, text))}
    />
  );
}

function nameProblem(name: string, variables: Flow['variables']): string | null {
  const isTaken = Object.hasOwn(customerSlots, name) || variables.some((other) => other.name === name);
  return isTaken ? texts.variableTaken : schemaProblem(slotName, name);
}

function NewVariable({ variables }: Pick<Flow, 'variables'>): ReactElement {
  const { edit } = useEditorStore().getState();
  const [name, setName] = useState('');
  const problem = nameProblem(name, variables);
  const add = () => {
    if (problem !== null) return;
    edit(edits.addVariable(name), (flow) => addVariable(flow, { name, kind: 'text' }));
    setName('');
  };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <TextField
          label={texts.newVariable}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? add() : undefined)}
          className="grow"
        />
        <Button onClick={add} disabled={problem !== null}>
          <Plus aria-hidden className="size-4" />
          {texts.addVariable}
        </Button>
      </div>
      {name !== '' && problem !== null ? <p className="text-xs text-danger">{problem}</p> : null}
    </div>
  );
}
