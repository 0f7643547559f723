import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { ConditionRow } from '@/flows/expressions/conditions/condition';
import { useEditor } from '../../editor-context';
import { definitionOf } from '../pickers/definition-of';
import { nameOptions } from './name-options';
import { OperandEditor } from './OperandEditor';
import { operatorOf, operatorsFor, type RowOperator, withName, withOperator } from './row-operators';

type Props = { readonly row: ConditionRow; readonly onChange: (row: ConditionRow) => void };
const texts = words.editor.inspector.conditions;

/** One line of a condition: what, how, and with what it is compared. */
export function RowEditor({ row, onChange }: Props): ReactElement {
  const variables = useEditor(({ flow }) => flow.variables);
  const definition = definitionOf(row.name, variables);
  const names = nameOptions(variables);
  const isKnown = names.some(({ value }) => value === row.name);
  const operator = operatorOf(row);
  const offered = operatorsFor(definition);
  const operators = offered.includes(operator) ? offered : [operator, ...offered];
  return (
    <div className="grid min-w-0 grow grid-cols-2 gap-1.5">
      <Combobox
        label={texts.name}
        isLabelHidden
        value={row.name}
        options={isKnown ? names : [{ value: row.name, label: row.name }, ...names]}
        noMatch={words.editor.inspector.form.noMatch}
        onChange={(name) => onChange(withName(row, name, definitionOf(name, variables)))}
      />
      <Select<RowOperator>
        label={texts.operator}
        isLabelHidden
        value={operator}
        options={operators.map((value) => ({ value, label: texts.operators[value] }))}
        onChange={(chosen) => onChange(withOperator(row, chosen, definition))}
      />
      {row.type === 'standing' ? null : (
        <OperandEditor row={row} definition={definition} names={names} onChange={onChange} />
      )}
    </div>
  );
}
