import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Refusal as RefusalKind } from './use-attempt';

type Props = {
  readonly refusal: RefusalKind | null;
  /** What is said where something that was typed is not right. */
  readonly wrong: string;
};

/** Why it did not work, read out at once. */
export function Refusal({ refusal, wrong }: Props): ReactElement | null {
  if (refusal === null) return null;
  return (
    <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
      {sayRefusal(refusal, wrong)}
    </p>
  );
}

function sayRefusal(refusal: RefusalKind, wrong: string): string {
  switch (refusal) {
    case 'wrong':
      return wrong;
    case 'expired':
      return words.entry.secondFactor.expired;
    case 'tooOften':
    case 'refused':
    case 'unreachable':
      return words.entry.signIn[refusal];
    default:
      return refusal satisfies never;
  }
}
