import { type ReactElement, useId } from 'react';

type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly body: string };

type Props<Value extends string> = {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  /** null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
};

/** One of a few ways, each with a sentence that says what it means. */
export function RadioGroup<Value extends string>({ label, options, value, onChange }: Props<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <div
          key={option.value}
          className="relative flex gap-3 rounded-xl border border-line bg-surface px-4 py-3 shadow-card has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            id={`${name}-${option.value}`}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-describedby={`${name}-${option.value}-body`}
            className="relative z-1 mt-1 size-4 shrink-0 accent-accent"
          />
          <div className="min-w-0">
            {/* The label's own area is the whole card; the radio button stands above it. */}
            <label
              htmlFor={`${name}-${option.value}`}
              className="text-sm font-semibold after:absolute after:inset-0 after:cursor-pointer"
            >
              {option.label}
            </label>
            <p id={`${name}-${option.value}-body`} className="text-sm text-ink-soft">
              {option.body}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
