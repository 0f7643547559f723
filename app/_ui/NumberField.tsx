import { type ReactElement, useId } from 'react';
import { classNames } from './class-names';

type Props = {
  readonly label: string;
  /** As it was typed: it may be empty, or no number yet. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the number comes to, in words. */
  readonly hint?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly className?: string;
};

/** A number within bounds that the browser checks, and what it comes to. */
export function NumberField({ label, value, min, max, step, hint, onChange, className }: Props): ReactElement {
  const id = useId();
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
        required
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
        className="min-h-9 w-full rounded-lg border border-line bg-surface px-3 py-1 text-sm tabular-nums shadow-card hover:border-line-strong user-invalid:border-danger max-md:text-base"
      />
      <p id={`${id}-hint`} className="min-h-5 text-xs text-ink-faint">
        {hint}
      </p>
    </div>
  );
}
