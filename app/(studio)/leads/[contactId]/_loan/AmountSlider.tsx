import { type ReactElement, useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words. */
  readonly said: string;
  readonly onChange: (value: number) => void;
};

/** A number within bounds, set by the browser's own slider: with a mouse, a finger or the arrow keys. */
export function AmountSlider({ label, value, min, max, step, said, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-xs font-medium text-ink-soft">
          {label}
        </label>
        <span aria-hidden className="text-sm font-semibold tabular-nums">
          {said}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-6 w-full accent-accent"
      />
    </div>
  );
}
