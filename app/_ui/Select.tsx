import { ChevronDown } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { classNames } from './class-names';

type Option<Value extends string> = { readonly value: Value; readonly label: string };

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  /** Keeps the label for screen readers only, where the value says enough. */
  readonly isLabelHidden?: boolean;
  readonly className?: string;
};

/** One of a few values, by the browser's own list: it works with every keyboard, screen reader and phone. */
export function Select<Value extends string>(props: Props<Value>): ReactElement {
  const { label, value, options, onChange, isLabelHidden = false, className } = props;
  const id = useId();
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-xs font-medium text-ink-soft'}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          className="min-h-9 w-full appearance-none truncate rounded-lg border border-line bg-surface py-1 pr-8 pl-3 text-sm shadow-card hover:border-line-strong"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
        />
      </div>
    </div>
  );
}
