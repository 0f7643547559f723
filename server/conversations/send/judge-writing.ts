import type { WritingRefusal } from '../inbox-views';

/** What decides whether an officer may write to a customer. */
export type Standing = {
  /** Who has taken the conversation over; null while the bot has it. */
  readonly takerId: string | null;
  readonly takerName: string | null;
  readonly isOptedOut: boolean;
  readonly isWindowOpen: boolean;
};

/** Why an officer can't write this now; null when they can. Outside the window a template still may be sent. */
export function judgeWriting(
  { takerId, takerName, isOptedOut, isWindowOpen }: Standing,
  userId: string,
  kind: 'free' | 'template',
): WritingRefusal | null {
  if (takerId !== null && takerId !== userId) {
    const who = takerName ?? 'Another officer';
    return { code: 'conversation.others', sentence: `${who} has taken this over. Nobody else can write.` };
  }
  if (isOptedOut) return refusals['contact.optedOut'];
  if (takerId === null) return refusals['conversation.notTaken'];
  return isWindowOpen || kind === 'template' ? null : refusals['window.closed'];
}

const refusals = {
  'contact.optedOut': {
    code: 'contact.optedOut',
    sentence: 'The customer has asked not to be written to. They can still write to us.',
  },
  'conversation.notTaken': {
    code: 'conversation.notTaken',
    sentence: 'The bot has this conversation. Take it over to write.',
  },
  'window.closed': {
    code: 'window.closed',
    sentence: 'The customer last wrote more than 24 hours ago. Only a template can be sent.',
  },
} as const satisfies Record<string, WritingRefusal>;
