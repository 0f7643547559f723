import type { Intent } from '../../schema/intents';
import type { IncomingContent } from '../../schema/message';
import type { SlotName, SlotValue } from '../../schema/slots';
import type { Reply } from '../../schema/turn-input';

export type ReplyParts = Readonly<{
  intent: Intent;
  slots?: Readonly<Record<SlotName, SlotValue>>;
  messageId?: string;
  content?: IncomingContent;
  language?: string;
  confidence?: number;
  draft?: string | null;
}>;

/** A reply as a reader would hand it over, for tests that begin where understanding ends. */
export function makeReply({ intent, slots = {}, messageId = 'message-1', ...parts }: ReplyParts): Reply {
  const { content = { type: 'text', text: intent }, language = 'en', confidence = 0.9, draft = null } = parts;
  return {
    messages: [{ id: messageId, at: '2026-11-23T04:30:00.000Z', content }],
    understanding: {
      engine: 'embedded',
      reason: 'embedded.only',
      language,
      script: 'latin',
      intent,
      confidence,
      alternatives: [],
      sentiment: 'neutral',
      slots: Object.fromEntries(
        Object.entries(slots).map(([slot, value]) => [slot, { value, confidence, messageId, span: null }]),
      ),
      sensitive: [],
      evidence: { rule: null, concepts: [] },
      other: null,
    },
    draft,
  };
}
