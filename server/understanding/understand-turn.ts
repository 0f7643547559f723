import { readReply } from '@/flows/engine/read-reply';
import type { IncomingMessage } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import type { Reply } from '@/flows/schema/turn-input';
import { createReader, type Reader } from '@/flows/understanding/understand';
import { languages } from '@/prompts/load-languages';

/** Reads what a customer sent, in the light of what the session just asked. */
export function understandTurn(messages: readonly IncomingMessage[], session: Session, nowMs: number): Reply {
  return readReply(messages, session, embeddedReader(), nowMs);
}

/** The embedded reader, built at the first call (a fraction of a second); the worker does that before its first turn. */
export function embeddedReader(): Reader {
  globalThis.vaartaReader ??= createReader(languages);
  return globalThis.vaartaReader;
}

declare global {
  var vaartaReader: Reader | undefined;
}
