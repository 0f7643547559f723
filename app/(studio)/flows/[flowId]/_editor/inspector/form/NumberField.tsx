import { type ReactElement, useState } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { type DurationUnit, durationUnits, unitOf } from './duration';
import type { FieldOf } from './field';
import { useAt } from './form-context';
import { LineInput } from './LineInput';
import { schemaProblem } from './schema-problem';
import { useTypedValue } from './use-typed-value';

type Props = { readonly field: FieldOf<'number'>; readonly path: string; readonly label: string };
const { form } = words.editor.inspector;

/** A number; one of seconds is written in the unit that it fits. */
export function NumberField({ field, path, label }: Props): ReactElement {
  const isDuration = /seconds$/i.test(path);
  return isDuration ? (
    <DurationField field={field} path={path} label={label} />
  ) : (
    <Plain field={field} path={path} label={label} factor={1} />
  );
}

function DurationField({ field, path, label }: Props): ReactElement {
  const seconds = useAt(path, (value) => (typeof value === 'number' ? value : 0));
  const [chosen, setChosen] = useState<DurationUnit | null>(null);
  const unit = chosen ?? unitOf(seconds);
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 grow">
        <Plain key={unit} field={field} path={path} label={label} factor={durationUnits[unit]} />
      </div>
      {/* As far down as the field beside it, which has its label above. */}
      <div className="w-28 shrink-0 pt-[1.45rem]">
        <Select label={form.unit(label)} isLabelHidden value={unit} options={unitOptions} onChange={setChosen} />
      </div>
    </div>
  );
}

const unitOptions = (['seconds', 'minutes', 'hours', 'days'] as const).map((unit) => ({
  value: unit,
  label: form.units[unit],
}));

/** `factor`: how many of what is stored one of what is written is. */
function Plain({ field, path, label, factor }: Props & { readonly factor: number }): ReactElement {
  const typed = useTypedValue(path, {
    show: (value) => (typeof value === 'number' ? String(value / factor) : ''),
    read: (text) => readNumber(field, text, factor),
  });
  return <LineInput label={label} isLong={false} typed={typed} inputMode={field.isWhole ? 'numeric' : 'decimal'} />;
}

function readNumber(
  { schema }: FieldOf<'number'>,
  text: string,
  factor: number,
): Readonly<{ value: number }> | Readonly<{ problem: string }> {
  const plain = text.trim().replaceAll(/[,_\s]/g, '');
  const number = plain === '' ? Number.NaN : Number(plain) * factor;
  if (Number.isNaN(number)) return { problem: form.noNumber };
  const problem = schemaProblem(schema, number);
  return problem === null ? { value: number } : { problem };
}
