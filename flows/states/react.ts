import { z } from 'zod';
import { defineState } from './define-state';
import { lastMessageOf } from './last-message-of';

const data = z.strictObject({
  emoji: z.string().refine(isEmoji, 'One emoji, such as 👍.'),
});

/** Puts an emoji on the customer's last message and goes on at once; without a message to answer it does nothing. */
export const react = defineState({
  type: 'react',
  data,
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: ({ emoji }, turn) => {
    const to = lastMessageOf(turn.reply);
    if (to !== undefined) {
      turn.emit({
        type: 'message.said',
        state: turn.stateId,
        textKey: `${turn.stateId}/emoji`,
        language: turn.session().language,
        content: { type: 'reaction', to, emoji },
      });
    }
    return { type: 'go', outcomes: ['next'] };
  },
  summary: ({ emoji }) => emoji,
  example: { emoji: '👍' },
});

/** WhatsApp takes one emoji: one grapheme, with a picture in it or a flag's two letters. */
function isEmoji(text: string): boolean {
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text) && [...graphemes.segment(text)].length === 1;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
