'use client';

import { type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { isSendKey } from '../../../../../_phone/is-send-key';
import type { LaterSteps } from '../change-tryout';
import { useTry, useTryStore } from '../try-context';
import { endTextEdit } from './end-text-edit';

const texts = words.editor.try;

type Props = {
  readonly step: number;
  readonly text: string;
  readonly language: string;
  readonly onDone: () => void;
};

/** In the place of a customer's message: what they say instead, and what becomes of what they said later. */
export function AnswerOtherwise({ step, text, language, onDone }: Props): ReactElement {
  const id = useId();
  const store = useTryStore();
  const later = useTry(({ tryout }) => tryout.steps.length) - step - 1;
  const [typed, setTyped] = useState(text);
  const answer = (wanted: LaterSteps): void => {
    if (typed.trim() === '') return;
    const { understoodAs } = store.getState();
    store.getState().answerOtherwise(step, { type: 'said', texts: [typed.trim()], understoodAs }, wanted);
    onDone();
  };
  return (
    <form
      className="mx-3 mt-2 ml-auto flex w-[85%] flex-col gap-2 rounded-lg bg-chat-out p-2.5 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        answer(later > 0 ? 'keep' : 'drop');
      }}
      onKeyDown={(event) => endTextEdit(event, onDone)}
    >
      <label htmlFor={id} className="text-xs font-medium text-chat-meta">
        {texts.saysInstead}
      </label>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it stands where the message was that one asked to change.
        autoFocus
        id={id}
        lang={language}
        rows={1}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (!isSendKey(event.nativeEvent)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className="field-sizing-content max-h-40 w-full resize-none rounded-md bg-chat-in px-2 py-1.5 text-sm text-chat-ink max-md:text-base"
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {later > 0 ? texts.keepLaterCount(later) : texts.answerInstead}
        </Button>
        {later > 0 ? <Button onClick={() => answer('drop')}>{texts.dropLater}</Button> : null}
        <Button look="bare" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
