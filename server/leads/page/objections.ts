import { z } from 'zod';
import { type TurnEvent, turnEvent } from '@/flows/schema/events';
import type { OutgoingContent } from '@/flows/schema/message';
import { turnInput } from '@/flows/schema/turn-input';
import { wordsOf } from '@/flows/schema/words-of';
import type { ObjectionView } from './lead-details';
import type { ConcernedTurn } from './store';

/** A customer's concern with what was said to it. A turn that can't be read keeps its date and its kind. */
export function objectionView({ id, at, input, intent, events }: ConcernedTurn): ObjectionView {
  const message = messageOf(input);
  const answer = answerOf(z.array(turnEvent).safeParse(events).data ?? []);
  return {
    turnId: id,
    at: at.toISOString(),
    intent,
    words: message?.words || null,
    messageId: message?.id ?? null,
    answer: answer?.text ?? null,
    textKey: answer?.textKey ?? null,
  };
}

function messageOf(input: unknown): { readonly id: string; readonly words: string } | undefined {
  const read = turnInput.safeParse(input).data;
  const reply = read?.type === 'replied' || read?.type === 'started' ? read.reply : null;
  const messages = reply?.messages.map(({ id, content }) => ({ id, words: wordsOf(content) })) ?? [];
  return messages.findLast(({ words }) => words !== '') ?? messages.at(-1);
}

type Said = Extract<TurnEvent, { type: 'message.said' }>;

/** What was given as the answer, or else what was said first; a question that is asked again after it is none. */
function answerOf(events: readonly TurnEvent[]): { readonly text: string; readonly textKey: string } | undefined {
  const said = events.filter((event): event is Said => event.type === 'message.said');
  const answered = events.find((event) => event.type === 'question.answered');
  const answer = said.find(({ textKey }) => textKey === answered?.answer) ?? said[0];
  return answer && { text: textOf(answer.content), textKey: answer.textKey };
}

function textOf(content: OutgoingContent): string {
  switch (content.type) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link':
    case 'locationRequest':
      return content.text;
    case 'media':
      return content.caption ?? '';
    case 'reaction':
      return content.emoji;
    case 'template':
      return content.variables.join(' ');
    default:
      return content satisfies never;
  }
}
