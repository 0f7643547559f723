'use client';

import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import type { useMoreOfColumn } from './use-more-of-column';

const texts = words.leads.board;

type Props = {
  readonly more: Pick<ReturnType<typeof useMoreOfColumn>, 'end' | 'isReading' | 'error' | 'onMore'>;
  /** How many are shown. */
  readonly shown: number;
  /** How many there are. */
  readonly count: string;
  /** More were asked for by a press, and not by scrolling. */
  readonly onPress: () => void;
  readonly onSeeAll: () => void;
};

/** Where the cards of a column end: more are read as one comes near, or at a press; very many are for the table. */
export function ColumnEnd({ more, shown, count, onPress, onSeeAll }: Props): ReactElement | null {
  const { end, isReading, error, onMore } = more;
  if (end === 'all') return null;
  if (end === 'tooMany') {
    return (
      <Button look="bare" onClick={onSeeAll}>
        {texts.seeAll(count)}
      </Button>
    );
  }
  return (
    <>
      {error === null ? (
        <NearEnd key={shown} onNear={onMore} />
      ) : (
        <p role="alert" className="px-1 text-sm text-danger">
          {texts.notRead} {problemOf(error)}
        </p>
      )}
      <Button
        look="bare"
        isBusy={isReading}
        onClick={() => {
          onPress();
          onMore();
        }}
      >
        {isReading ? texts.reading : error === null ? texts.more : words.problem.retry}
      </Button>
    </>
  );
}

/** Tells once that it has come near, also when it is so from the beginning. */
function NearEnd({ onNear }: { readonly onNear: () => void }): ReactElement {
  const mark = useRef<HTMLSpanElement>(null);
  const near = useEffectEvent(onNear);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => (entry?.isIntersecting ? near() : undefined), {
      root: element.parentElement,
      rootMargin: '0px 0px 400px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <span ref={mark} aria-hidden className="h-px shrink-0" />;
}
