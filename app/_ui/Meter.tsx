import type { ReactElement } from 'react';

type Props = {
  readonly label: string;
  /** 0..1; what is shown in words beside it. */
  readonly share: number;
  readonly value: string;
};

/** A share of a whole as a bar, with its number. */
export function Meter({ label, share, value }: Props): ReactElement {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <span className="text-ink-soft">{label}</span>
        <span className="font-semibold tabular-nums">{value}</span>
      </div>
      <meter aria-label={label} min={0} max={100} value={percent} className="sr-only">
        {value}
      </meter>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
