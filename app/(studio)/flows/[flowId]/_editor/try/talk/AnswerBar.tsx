'use client';

import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { LaterSteps } from '../change-tryout';
import { useTry, useTryStore } from '../try-context';
import type { TryStep } from '../tryout';

const texts = words.editor.try;

type Props = { readonly step: TryStep; readonly onDone: () => void };

/** Asks what becomes of the answers after the point that is looked back at, when something else is answered there. */
export function AnswerBar({ step, onDone }: Props): ReactElement {
  const store = useTryStore();
  const index = useTry(({ played, lookedAt }) => (played?.play.turns[lookedAt ?? -1]?.step ?? -1) + 1);
  const later = useTry(({ tryout }) => tryout.steps.length) - index - 1;
  const answer = (wanted: LaterSteps): void => {
    store.getState().answerOtherwise(index, step, wanted);
    onDone();
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-2 border-t border-line bg-accent-soft px-3 py-2">
      <legend className="contents text-xs">{texts.answerHere(later)}</legend>
      <div className="flex flex-wrap gap-2">
        {later > 0 ? <Button onClick={() => answer('keep')}>{texts.keepLater}</Button> : null}
        <Button look="primary" onClick={() => answer('drop')}>
          {later > 0 ? texts.dropLater : texts.answerInstead}
        </Button>
        <Button look="bare" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
