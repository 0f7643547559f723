import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { SlotDefinition } from '@/flows/schema/slots';
import { slotValueFrom } from '../slot-fields';

const texts = words.editor.try.start;

type Props = {
  readonly label: string;
  readonly definition: SlotDefinition;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A field for one fact: a choice, yes or no, a number, a time or words. */
export function SlotField({ label, definition, value, onChange }: Props): ReactElement {
  const { kind, choices } = definition;
  if (kind === 'boolean') {
    const options = [
      { value: 'true', label: texts.yes },
      { value: 'false', label: texts.no },
    ];
    return <Select label={label} value={value} options={options} onChange={onChange} className="flex-1" />;
  }
  if (choices) {
    const options = choices.map((choice) => ({ value: choice, label: choice.replaceAll('_', ' ') }));
    return <Select label={label} value={value} options={options} onChange={onChange} className="flex-1" />;
  }
  const isNumber = kind === 'number' || kind === 'amountInr' || kind === 'months';
  const isWrong = value.trim() !== '' && slotValueFrom(value, definition) === undefined;
  return (
    <TextField
      label={kind === 'amountInr' ? `${label}, ${texts.rupees}` : label}
      value={value}
      aria-invalid={isWrong}
      inputMode={isNumber ? 'decimal' : undefined}
      placeholder={kind === 'dateTime' ? texts.timeExample : undefined}
      onChange={(event) => onChange(event.target.value)}
      className="flex-1 has-aria-invalid:text-danger"
    />
  );
}
