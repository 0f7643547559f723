import { setAside } from './compose-commit';
import { runtimeWords } from './compose-said';
import type { Claim } from './queue/store';
import type { TurnCommit } from './turn-commit';
import type { MessageEntry, StoredSession, TurnWork, TurnWorld } from './turn-work';

/**
 * When a customer in the middle of a conversation sends nothing but what we can't read (a sticker, a picture), we say so
 * and the conversation stays where it is. Undefined when there is something to read, or no conversation yet.
 */
export function answerUnreadable(
  claim: Claim,
  work: TurnWork,
  world: TurnWorld,
  { state: session }: StoredSession,
  entries: readonly MessageEntry[],
): TurnCommit | undefined {
  const kinds = entries.map(({ payload }) =>
    payload.content.type === 'unsupported' ? payload.content.kind : undefined,
  );
  if (session.turn === 0 || kinds.includes(undefined)) return;
  const isQuiet = kinds.every((kind) => kind !== undefined && quietKinds.has(kind));
  const text = world.packs[session.language]?.messages.unsupportedMessage;
  const words =
    isQuiet || !text || work.contact.optedOutAt !== null
      ? []
      : [runtimeWords(text, 'unsupportedMessage', session.state, session.language)];
  const aside = { claim, work, world, entries, reply: null, words };
  return setAside({ ...aside, status: 'ignored', reason: 'message.unreadable' });
}

/** Not said to us, but done to a message: to answer a thumbs-up would be odd. */
const quietKinds: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke']);
