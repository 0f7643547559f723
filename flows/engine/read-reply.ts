import type { IncomingMessage } from '../schema/message';
import type { Session } from '../schema/session';
import type { Reply } from '../schema/turn-input';
import { wordsOf } from '../schema/words-of';
import type { Reader, TextPart } from '../understanding/understand';

/** Reads a burst of messages in the light of what the session just asked: the words a turn then enters with. */
export function readReply(
  messages: readonly IncomingMessage[],
  session: Pick<Session, 'language' | 'timezone' | 'wait'>,
  reader: Reader,
  nowMs: number,
): Reply {
  const asked = session.wait?.type === 'reply' ? session.wait : undefined;
  const understanding = reader.understand(messages.map(textPartOf), {
    language: session.language,
    expects: asked?.expects ?? [],
    now: new Date(nowMs).toISOString(),
    timezone: session.timezone,
  });
  return { messages: [...messages], understanding, draft: null };
}

/** What there is to read in a message. */
export function textPartOf({ id, content }: IncomingMessage): TextPart {
  return { messageId: id, text: wordsOf(content) };
}
