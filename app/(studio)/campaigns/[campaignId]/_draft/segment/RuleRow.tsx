import { Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { SegmentRule } from '@/server/campaigns/plan/segment-filter';
import { AmountInput } from './AmountInput';
import { nameOfField } from './name-of-field';
import { type Choices, fieldOf, newRule, operatorsOf, type RuleField, unitOf, valuesOf } from './rule-fields';
import { ValueChoice } from './ValueChoice';

const texts = words.campaigns.draft.segment;

type Props = {
  readonly index: number;
  readonly rule: SegmentRule;
  readonly choices: Choices;
  readonly onChange: (rule: SegmentRule) => void;
  readonly onRemove: () => void;
};

/** One thing that must hold of a person. */
export function RuleRow({ index, rule, choices, onChange, onRemove }: Props): ReactElement {
  const field = fieldOf(rule);
  const name = nameOfField(field);
  const operators = [...new Set([...operatorsOf(field, choices), rule.operator])];
  const compare = (operator: SegmentRule['operator']): void => {
    const next = newRule(field, operator, choices);
    if (next) onChange(keepValue(rule, next));
  };
  return (
    <li className="rounded-xl border border-line bg-surface px-3 py-2.5 shadow-card">
      <fieldset className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <legend className="sr-only">{texts.rule(index + 1)}</legend>
        <span className="flex min-h-9 min-w-28 items-center text-sm font-medium">{name}</span>
        <Select
          label={texts.operator(name)}
          isLabelHidden
          value={rule.operator}
          options={operators.map((value) => ({ value, label: sayOperator(field, value) }))}
          onChange={compare}
          className="w-40"
        />
        <div className="min-w-40 flex-1 basis-52">
          <Value rule={rule} field={field} name={name} choices={choices} onChange={onChange} />
        </div>
        <IconButton icon={Trash2} label={texts.remove(name)} onClick={onRemove} className="-mr-1" />
      </fieldset>
    </li>
  );
}

type ValueProps = Pick<Props, 'rule' | 'choices' | 'onChange'> & { readonly field: RuleField; readonly name: string };

function Value({ rule, field, name, choices, onChange }: ValueProps): ReactElement | null {
  if ('values' in rule) {
    return (
      <ValueChoice
        label={name}
        chosen={rule.values}
        options={valuesOf(field, choices)}
        onChange={(values) => onChange({ ...rule, values: [...values] })}
      />
    );
  }
  if (!('amount' in rule)) return null;
  return (
    <AmountInput
      label={name}
      unit={unitOf(field)}
      amount={rule.amount}
      onChange={(amount) => onChange({ ...rule, amount })}
    />
  );
}

/** What was chosen or typed stays where the new comparison takes it too. */
function keepValue(before: SegmentRule, next: SegmentRule): SegmentRule {
  if ('values' in before && 'values' in next) return { ...next, values: before.values };
  if ('amount' in before && 'amount' in next) return { ...next, amount: before.amount };
  return next;
}

function sayOperator(field: RuleField, operator: SegmentRule['operator']): string {
  return field === 'lastSeen' && operator in texts.silentFor
    ? texts.silentFor[operator === 'atLeast' ? 'atLeast' : 'atMost']
    : texts.operators[operator];
}
