'use client';

import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useFileEvent } from './use-file-event';

const texts = words.facts.market;

/** After the interest was lowered: those who asked when it was higher may be told. */
export function RateDropOffer({ onLater }: { readonly onLater: () => void }): ReactElement {
  const { file, isFiling, problem } = useFileEvent();
  return (
    <section
      aria-label={texts.offerTitle}
      className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl bg-accent-soft px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="font-semibold">{texts.offerTitle}</p>
        <p>{texts.offer}</p>
        {problem === null ? null : (
          <p role="alert" className="text-danger wrap-anywhere">
            {texts.notFiled} {problem}
          </p>
        )}
      </div>
      <Button look="bare" onClick={onLater} disabled={isFiling}>
        {texts.later}
      </Button>
      <Button look="primary" isBusy={isFiling} onClick={() => file({ kind: 'interest_rate_drop', note: '' })}>
        {texts.file}
      </Button>
    </section>
  );
}
