import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { writeValue } from '../../_slots/write-value';
import type { ChatMessage, Focus, Turn } from '../conversation-types';
import { Quoted } from './Quoted';
import { textOf } from './text-of';

const texts = words.inspector;

type Props = {
  readonly slots: Turn['slots'];
  readonly messages: readonly ChatMessage[];
  readonly onFocus: (focus: Focus) => void;
};

/** The slots that a turn filled, each with the words behind it; those lead to the message. */
export function Filled({ slots, messages, onFocus }: Props): ReactElement | null {
  if (slots.length === 0) return null;
  return (
    <ul aria-label={texts.read} className="flex flex-col gap-1">
      {slots.map(({ slot, value, messageId, span, confidence, source }) => {
        const said = span?.text ?? textOf(messages.find(({ id }) => id === messageId));
        return (
          <li key={slot} className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs">
            <span className="wrap-anywhere">
              <span className="text-ink-soft">{nameOfSlot(slot)}:</span>{' '}
              <span className="font-medium">{writeValue(slot, value)}</span>
            </span>
            {messageId === null || said === undefined ? (
              <span className="text-ink-faint">{texts.from[source]}</span>
            ) : (
              <Quoted said={said} confidence={confidence} onFocus={() => onFocus({ messageId, span })} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
