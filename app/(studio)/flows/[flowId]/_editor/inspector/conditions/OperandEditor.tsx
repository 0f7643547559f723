import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import type { Option } from '@/app/_ui/match-options';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { ConditionRow } from '@/flows/expressions/conditions/condition';
import type { SlotDefinition } from '@/flows/schema/slots';
import { SlotValueInput } from '../pickers/SlotValueInput';
import { firstValue } from './row-operators';
import { ValuesInput } from './ValuesInput';

type ComparedRow = Exclude<ConditionRow, { type: 'standing' }>;
type Props = {
  readonly row: ComparedRow;
  readonly definition: SlotDefinition | null;
  readonly names: readonly Option<string>[];
  readonly onChange: (row: ConditionRow) => void;
};
const texts = words.editor.inspector.conditions;

/** What a row is compared with: a value, another name, or the time of the turn. */
export function OperandEditor({ row, definition, names, onChange }: Props): ReactElement {
  return (
    <>
      <OperandKind row={row} definition={definition} onChange={onChange} />
      <OperandValue row={row} definition={definition} names={names} onChange={onChange} />
    </>
  );
}

function OperandKind({ row, definition, onChange }: Omit<Props, 'names'>): ReactElement {
  const kind = row.operand.type === 'values' ? 'value' : row.operand.type;
  const isTime = definition === null || definition.kind === 'dateTime' || kind === 'now';
  const kinds =
    row.type === 'comparison' && isTime ? (['value', 'name', 'now'] as const) : (['value', 'name'] as const);
  return (
    <Select
      label={texts.valueKind}
      isLabelHidden
      value={kind}
      options={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
      onChange={(chosen) => onChange(withOperandKind(row, chosen, definition))}
    />
  );
}

function withOperandKind(
  row: ComparedRow,
  kind: 'value' | 'name' | 'now',
  definition: SlotDefinition | null,
): ConditionRow {
  if (row.type === 'list') {
    return {
      ...row,
      operand:
        kind === 'name'
          ? { type: 'name', name: 'facts.cities_served' }
          : { type: 'values', values: [firstValue(definition)] },
    };
  }
  if (kind === 'now') return { ...row, operand: { type: 'now' } };
  return {
    ...row,
    operand: kind === 'name' ? { type: 'name', name: row.name } : { type: 'value', value: firstValue(definition) },
  };
}

function OperandValue({ row, definition, names, onChange }: Props): ReactElement | null {
  const { operand } = row;
  if (operand.type === 'now') return null;
  if (operand.type === 'name') {
    const isKnown = names.some(({ value }) => value === operand.name);
    return (
      <Combobox
        label={texts.value}
        isLabelHidden
        value={operand.name}
        options={isKnown ? names : [{ value: operand.name, label: operand.name }, ...names]}
        noMatch={words.editor.inspector.form.noMatch}
        onChange={(name) => onChange({ ...row, operand: { type: 'name', name } })}
      />
    );
  }
  if (row.type === 'list') {
    const values = operand.type === 'values' ? operand.values : [];
    return (
      <ValuesInput
        values={values}
        definition={definition}
        onChange={(changed) => onChange({ ...row, operand: { type: 'values', values: changed } })}
      />
    );
  }
  return (
    <SlotValueInput
      label={texts.value}
      isLabelHidden
      definition={definition}
      value={operand.type === 'value' ? operand.value : ''}
      onChange={(value) => onChange({ ...row, operand: { type: 'value', value } })}
    />
  );
}
