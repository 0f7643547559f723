'use client';

import { Pencil, RotateCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { Bubble } from '../../../../../_phone/Bubble';
import { MessageText } from '../../../../../_phone/MessageText';
import type { CustomerRow } from '../thread-rows';
import { useTry } from '../try-context';
import { AnswerOtherwise } from './AnswerOtherwise';
import { ReadingLine } from './ReadingLine';
import { useEditOnTheSpot } from './use-edit-on-the-spot';

const texts = words.editor.try;

type Props = { readonly row: CustomerRow; readonly onRerun: (step: number) => void };

/** What the customer said, what was understood of it, and the acts to go on from there in another way. */
export function CustomerMessage({ row, onRerun }: Props): ReactElement {
  const { isEditing, begin, end, pencil } = useEditOnTheSpot();
  const timezone = useTry(({ tryout }) => tryout.start.timezone);
  const language = useTry(({ tryout }) => tryout.start.language);
  const { step, text, at, isFirst, isLastOfStep, turn } = row;
  if (isEditing) return <AnswerOtherwise step={step} text={text} language={language} onDone={end} />;
  return (
    <Bubble
      by="customer"
      isFirst={isFirst}
      at={at}
      timezone={timezone}
      language={turn?.language ?? language}
      tick={turn === null ? 'clock' : 'read'}
      below={
        isLastOfStep && turn?.understanding ? <ReadingLine turn={turn} understanding={turn.understanding} /> : null
      }
      beside={
        <span className="flex flex-col opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-80">
          <IconButton ref={pencil} icon={Pencil} label={texts.answerOtherwise} onClick={begin} className={act} />
          <IconButton icon={RotateCw} label={texts.rerun} onClick={() => onRerun(step)} className={act} />
        </span>
      }
    >
      <MessageText text={text} />
    </Bubble>
  );
}

const act = 'size-7 bg-chat-pill';
