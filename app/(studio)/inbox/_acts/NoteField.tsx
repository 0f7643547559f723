import { type ReactElement, useId } from 'react';

const LONGEST_NOTE = 1000;

type Props = { readonly label: string; readonly value: string; readonly onChange: (text: string) => void };

/** A few words that go with an act. */
export function NoteField({ label, value, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        rows={3}
        maxLength={LONGEST_NOTE}
        onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
      />
    </div>
  );
}
