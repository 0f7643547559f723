import { type ReactElement, useState } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { SlotDefinition, SlotValue } from '@/flows/schema/slots';
import { wordOfValue } from '../form/field-words';

type Props = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly definition: SlotDefinition | null;
  /** An empty text: none yet. */
  readonly value: SlotValue;
  readonly canBeEmpty?: boolean;
  readonly onChange: (value: SlotValue) => void;
};
const { form } = words.editor.inspector;

/** A value of a slot, written or chosen as its kind asks for. */
export function SlotValueInput(props: Props): ReactElement {
  const { definition, value } = props;
  if (definition?.kind === 'boolean' || typeof value === 'boolean') return <ChosenValue {...props} options={truths} />;
  if (definition?.choices) {
    const choices = definition.choices.map((choice) => ({ value: choice, label: wordOfValue(choice), means: choice }));
    return <ChosenValue {...props} options={choices} />;
  }
  return (
    <WrittenValue {...props} isNumber={isNumeric(definition) || (definition === null && typeof value === 'number')} />
  );
}

type Choice = Readonly<{ value: string; label: string; means: SlotValue }>;

const truths: readonly Choice[] = [
  { value: 'true', label: form.on, means: true },
  { value: 'false', label: form.off, means: false },
];

function ChosenValue({
  label,
  isLabelHidden = false,
  value,
  canBeEmpty = false,
  options,
  onChange,
}: Props & { readonly options: readonly Choice[] }): ReactElement {
  const isKnown = options.some((option) => option.means === value);
  const strange = { value: String(value), label: value === '' ? form.notSet : String(value), means: value };
  const empty = { value: '', label: form.notSet, means: '' };
  const shown = [...(isKnown ? [] : [strange]), ...(canBeEmpty && value !== '' ? [empty] : []), ...options];
  return (
    <Select
      label={label}
      isLabelHidden={isLabelHidden}
      value={String(value)}
      options={shown}
      onChange={(chosen) => onChange(shown.find((option) => option.value === chosen)?.means ?? chosen)}
    />
  );
}

function isNumeric(definition: SlotDefinition | null): boolean {
  return definition?.kind === 'number' || definition?.kind === 'amountInr' || definition?.kind === 'months';
}

type WrittenProps = Props & { readonly isNumber: boolean };

/** Kept as typed while it is no number yet: "3." is on the way to 3.5. */
function WrittenValue({
  label,
  isLabelHidden = false,
  canBeEmpty = false,
  isNumber,
  value,
  onChange,
}: WrittenProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      inputMode={isNumber ? 'decimal' : undefined}
      value={typed ?? String(value)}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const number = Number(text.replaceAll(/[,_\s]/g, ''));
        if (!isNumber || (canBeEmpty && text === '')) onChange(text);
        else if (text.trim() !== '' && Math.abs(number) <= Number.MAX_SAFE_INTEGER) onChange(number);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
