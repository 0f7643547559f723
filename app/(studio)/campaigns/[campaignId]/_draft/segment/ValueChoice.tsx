import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import type { Choice } from './rule-fields';

const texts = words.campaigns.draft.segment;

/** More than these are found by typing. */
const FEW = 8;

type Props = {
  readonly label: string;
  /** Never empty: the last one stays until another is chosen. */
  readonly chosen: readonly string[];
  readonly options: readonly Choice[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** One or more of the values that there are. */
export function ValueChoice({ label, chosen, options, onChange }: Props): ReactElement {
  const without = (value: string): void => {
    if (chosen.length > 1) onChange(chosen.filter((one) => one !== value));
  };
  const gone = chosen.filter((value) => options.every((option) => option.value !== value));
  const all = [...options, ...gone.map((value) => ({ value, label: value }))];
  if (all.length <= FEW) {
    return (
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{label}</legend>
        {all.map(({ value, label: name }) => (
          <Toggle
            key={value}
            isOn={chosen.includes(value)}
            onChange={(isOn) => (isOn ? onChange([...chosen, value]) : without(value))}
          >
            {name}
          </Toggle>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Combobox
        label={texts.addValue(label)}
        isLabelHidden
        value={null}
        options={options.filter(({ value }) => !chosen.includes(value))}
        placeholder={texts.pickValue}
        noMatch={texts.noValue}
        onChange={(value) => onChange([...chosen, value])}
      />
      <ul className="flex flex-wrap gap-1.5">
        {chosen.map((value) => (
          <li key={value}>
            <button
              type="button"
              onClick={() => without(value)}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-lg bg-accent-soft px-2.5 text-sm text-accent-strong"
            >
              <span className="wrap-anywhere">{all.find((option) => option.value === value)?.label ?? value}</span>
              {chosen.length > 1 ? <X role="img" aria-label={texts.removeValue} className="size-3.5" /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
