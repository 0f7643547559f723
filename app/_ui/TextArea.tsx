import { type ReactElement, useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
};

/** Several lines of text with their label. */
export function TextArea({ label, value, longest, hint, onChange }: Props): ReactElement {
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
        maxLength={longest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-faint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
