import { type ReactElement, useId } from 'react';

type Props = {
  readonly label: string;
  /** 0..100 */
  readonly percent: number;
  readonly onChange: (percent: number) => void;
};

/** A share of a whole, set by the browser's own slider: with a mouse, a finger or the arrow keys. */
export function PercentSlider({ label, percent, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <span aria-hidden className="text-sm font-semibold tabular-nums">
          {percent}%
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-valuetext={`${percent}%`}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-6 w-full accent-accent"
      />
    </div>
  );
}
