import type { ReactElement } from 'react';

type Segment<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** Why it wants to be looked at: a dot, whose meaning is said. */
  readonly mark?: string;
};

type Props<Id extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly active: Id;
  readonly onChange: (id: Id) => void;
};

/** Which part of a screen is shown where there is room for one only. */
export function Segments<Id extends string>({ label, segments, active, onChange }: Props<Id>): ReactElement {
  return (
    <fieldset className="flex gap-1 rounded-xl bg-sunken p-1">
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <button
          key={segment.id}
          type="button"
          aria-pressed={segment.id === active}
          onClick={() => onChange(segment.id)}
          className="min-h-8 flex-1 rounded-lg px-2 text-sm font-medium text-ink-soft aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-card"
        >
          {segment.label}
          {segment.mark === undefined ? null : (
            <span
              role="img"
              aria-label={segment.mark}
              title={segment.mark}
              className="ml-1.5 inline-block size-2 rounded-full bg-mark-ink"
            />
          )}
        </button>
      ))}
    </fieldset>
  );
}
