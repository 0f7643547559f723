import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** What is on or off: its name. */
  readonly children: ReactNode;
};

/** A small thing that is on or off, beside others of its kind. */
export function Toggle({ isOn, onChange, children }: Props): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 text-sm text-ink-soft hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
    >
      {isOn ? <Check aria-hidden className="size-3.5" /> : null}
      {children}
    </button>
  );
}
