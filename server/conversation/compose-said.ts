import { toBubbles } from '@/flows/engine/bubbles';
import type { TurnEvent } from '@/flows/schema/events';
import type { Session } from '@/flows/schema/session';
import { isOptOut } from '../consent/opt-out';
import { type Aloud, speechOf } from './how-aloud';
import { derivedId } from './ids';
import type { MessageRow, OutboxRow } from './turn-commit';
import type { TurnWork, TurnWorld } from './turn-work';

export type SpokenEvent = Extract<TurnEvent, { type: 'message.said' }>;

/** Words of the runtime itself, said as if a flow had said them. */
export function runtimeWords(text: string, key: string, state: string, language: string): SpokenEvent {
  return { type: 'message.said', state, textKey: `runtime/${key}`, language, content: { type: 'text', text } };
}

/** What is really said: a warning first where it is due, and after an opt-out nothing but what confirms it. */
export function spokenEvents(
  events: readonly TurnEvent[],
  optsOut: boolean,
  session: Session,
  world: TurnWorld,
): SpokenEvent[] {
  const from = optsOut ? events.findIndex((event) => event.type === 'consent.withdrawn' && isOptOut(event.purpose)) : 0;
  const said = events.slice(from).filter((event) => event.type === 'message.said');
  if (optsOut) return toOneBubble(said);
  const warning = world.packs[session.language]?.messages.sensitiveNumber;
  const isWarned = events.some((event) => event.type === 'sensitive.detected');
  if (!isWarned || !warning) return said;
  return [runtimeWords(warning, 'sensitiveNumber', session.state, session.language), ...said];
}

function toOneBubble(said: readonly SpokenEvent[]): SpokenEvent[] {
  const first = toBubbles(said)[0];
  return first ? said.slice(0, first.textKeys.length) : [];
}

/** What is said to a contact: what they see in the chat, and what goes over the wire for it. */
export type Said = { readonly messages: readonly MessageRow[]; readonly outbox: readonly OutboxRow[] };

/**
 * Turns what was said into as few messages as it fits in, and each of them into what the channel sends: its text first, and
 * after it the same words to be spoken.
 */
export function composeSaid(
  work: TurnWork,
  world: Pick<TurnWorld, 'nowMs' | 'render'>,
  session: { readonly id: string | null; readonly language: string },
  turnId: string,
  said: readonly SpokenEvent[],
  aloud: Aloud,
): Said {
  const at = new Date(world.nowMs()).toISOString();
  const { channel } = work.contact;
  const messages: MessageRow[] = [];
  const outbox: OutboxRow[] = [];
  for (const [index, { content, textKeys, isSpoken }] of toBubbles(said).entries()) {
    const id = derivedId('message', turnId, index);
    const language = languageOf(said, textKeys[0]) ?? session.language;
    const row = { id, sessionId: session.id, turnId, inboxEntryId: null, channel, content, textKeys, language, at };
    messages.push({ ...row, direction: 'out' });
    const isAloud = aloud === 'everything' || (aloud === 'marked' && isSpoken);
    const payloads = [...world.render(channel, content, language), ...(isAloud ? speechOf(content, language) : [])];
    for (const payload of payloads) {
      const idx = outbox.length;
      const outboxId = derivedId('outbox', turnId, idx);
      const isPrepared = payload.type !== 'speech';
      outbox.push({
        id: outboxId,
        messageId: id,
        turnId,
        idx,
        channel,
        payload,
        isPrepared,
        isLastWord: false,
        leaveBefore: null,
      });
    }
  }
  return { messages, outbox };
}

function languageOf(said: readonly SpokenEvent[], textKey: string | undefined): string | undefined {
  return said.find((event) => event.textKey === textKey)?.language;
}
