import { type ReactElement, useId } from 'react';

type Props = {
  readonly label: string;
  readonly body: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** A thing that is on or off, with a sentence that says what it means. */
export function Checkbox({ label, body, isChecked, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={`${id}-body`}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        <p id={`${id}-body`} className="text-sm text-ink-soft">
          {body}
        </p>
      </div>
    </div>
  );
}
