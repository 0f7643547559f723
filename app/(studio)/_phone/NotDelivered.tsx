import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

type Props = {
  readonly reason: string;
  readonly onRetry?: (() => void) | undefined;
  /** Gives it up for good. */
  readonly onDrop?: (() => void) | undefined;
};

/** Why a message did not arrive, and the way to send it again where there is one. */
export function NotDelivered({ reason, onRetry, onDrop }: Props): ReactElement {
  return (
    <div role="alert" className="mt-1 flex items-start gap-2 rounded-md bg-danger-soft px-2 py-1 text-xs text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">{reason}</span>
      {onRetry ? (
        <button
          type="button"
          onClick={onRetry}
          className="inline-flex shrink-0 items-center gap-1 font-semibold underline"
        >
          <RotateCw aria-hidden className="size-3" />
          {words.simulator.sendAgain}
        </button>
      ) : null}
      {onDrop ? (
        <button type="button" onClick={onDrop} className="shrink-0 font-semibold underline">
          {words.phone.giveUp}
        </button>
      ) : null}
    </div>
  );
}
