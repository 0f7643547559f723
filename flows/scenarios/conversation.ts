import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import { type Bubble, toBubbles } from '../engine/bubbles';
import { EXAMPLE_UPLOAD_LINK } from '../engine/env';
import { readReply } from '../engine/read-reply';
import { runTurn } from '../engine/run-turn';
import { startSession } from '../engine/start-session';
import type { TurnEvent } from '../schema/events';
import type { Flow } from '../schema/flow';
import type { Intent } from '../schema/intents';
import type { LanguageCode } from '../schema/language';
import type { IncomingContent, IncomingMessage } from '../schema/message';
import { type Session, session as sessionSchema, type Wait } from '../schema/session';
import type { SlotFact, SlotName, SlotValue } from '../schema/slots';
import type { EffectResult, Reply, TurnInput } from '../schema/turn-input';
import type { Reader } from '../understanding/understand';

/** What a conversation needs beside its flow. */
export type World = Readonly<{
  subflows: Readonly<Record<string, Flow>>;
  reader: Reader;
  packs: Readonly<Record<LanguageCode, LanguagePack>>;
  facts: ProductFacts;
}>;

export type ConversationStart = Readonly<{
  flow: Flow;
  language: LanguageCode;
  timezone: string;
  nowMs: number;
  startAt?: Readonly<{ state: string; slots: Readonly<Record<SlotName, SlotValue>> }>;
}>;

/** One turn of a conversation, as a person would tell it. */
export type ConversationTurn = Readonly<{
  reply: Reply | null;
  events: readonly TurnEvent[];
  bubbles: readonly Bubble[];
  session: Session;
}>;

/**
 * A conversation in memory, with its own clock: what scenarios, the terminal and benches talk to. The session goes
 * through JSON and its schema between turns, so that whatever works here also works from a database.
 */
export class Conversation {
  private session: Session;
  private nowMs: number;
  private ids = 0;

  constructor(
    private readonly start: ConversationStart,
    private readonly world: World,
  ) {
    this.nowMs = start.nowMs;
    this.session = this.freshSession();
  }

  get current(): Session {
    return this.session;
  }

  /** The conversation's own clock, in milliseconds since the epoch. */
  get clockMs(): number {
    return this.nowMs;
  }

  /** The business begins: the flow's start speaks first. */
  begin(): ConversationTurn {
    return this.take({ type: 'started', by: 'business', reply: null }, null);
  }

  /**
   * A burst of the customer's messages. It begins a session if there is none, or if the last one has ended. With
   * `understoodAs` the reader's intent is replaced, and is certain; what it read beside that stays.
   */
  hear(contents: readonly IncomingContent[], understoodAs: Intent | null = null): ConversationTurn {
    if (this.session.status === 'ended') this.session = this.freshSession();
    const messages: IncomingMessage[] = contents.map((content) => ({
      id: this.nextId('message'),
      at: new Date(this.nowMs).toISOString(),
      content,
    }));
    const read = readReply(messages, this.session, this.world.reader, this.nowMs);
    const reply = understoodAs === null ? read : withIntent(read, understoodAs);
    const begins = this.session.turn === 0;
    return this.take(begins ? { type: 'started', by: 'contact', reply } : { type: 'replied', reply }, reply);
  }

  /** Time passes; what falls due on the way fires, one after the other, at its own time. */
  pass(milliseconds: number): ConversationTurn[] {
    const untilMs = this.nowMs + milliseconds;
    const turns: ConversationTurn[] = [];
    for (let due = this.dueMs(); due !== null && due <= untilMs && turns.length < 100; due = this.dueMs()) {
      const waitId = this.session.wait?.id ?? '';
      this.nowMs = Math.max(this.nowMs, due);
      turns.push(this.take({ type: 'timedOut', waitId }, null));
    }
    this.nowMs = untilMs;
    return turns;
  }

  /** The pending outside call ends. */
  settle(result: EffectResult): ConversationTurn {
    return this.take({ type: 'effectSettled', waitId: this.session.wait?.id ?? '', result }, null);
  }

  private take(input: TurnInput, reply: Reply | null): ConversationTurn {
    const result = runTurn(this.start.flow, this.session, input, {
      nowMs: this.nowMs,
      newId: () => this.nextId('wait'),
      facts: this.world.facts,
      packs: this.world.packs,
      subflows: this.world.subflows,
      uploadLink: EXAMPLE_UPLOAD_LINK,
    });
    this.session = sessionSchema.parse(JSON.parse(JSON.stringify(result.session)));
    return { reply, events: result.events, bubbles: toBubbles(result.events), session: this.session };
  }

  private freshSession(): Session {
    const { flow, language, timezone, startAt } = this.start;
    const fresh = startSession({
      id: this.nextId('conversation'),
      contactId: 'contact-1',
      flow,
      flowVersion: 0,
      language,
      timezone,
      nowMs: this.nowMs,
      ...(startAt ? { state: startAt.state } : {}),
    });
    return { ...fresh, slots: knownSlots(this.start) };
  }

  private dueMs(): number | null {
    return dueMsOf(this.session.wait);
  }

  private nextId(kind: string): string {
    this.ids += 1;
    return `${kind}-${this.ids}`;
  }
}

/** When a wait runs out by itself, in milliseconds since the epoch; null when only an answer ends it. */
export function dueMsOf(wait: Wait | null): number | null {
  if (wait?.type === 'timer') return Date.parse(wait.until);
  return wait?.type === 'reply' && wait.deadlineAt !== null ? Date.parse(wait.deadlineAt) : null;
}

function withIntent(reply: Reply, intent: Intent): Reply {
  return { ...reply, understanding: { ...reply.understanding, intent, confidence: 1, alternatives: [] } };
}

function knownSlots({ startAt, nowMs }: ConversationStart): Record<SlotName, SlotFact> {
  const at = new Date(nowMs).toISOString();
  const facts = Object.entries(startAt?.slots ?? {}).map(([slot, value]): [string, SlotFact] => [
    slot,
    {
      value,
      confidence: 1,
      messageId: null,
      span: null,
      source: 'flow',
      confirmed: false,
      at,
      language: null,
      history: [],
    },
  ]);
  return Object.fromEntries(facts);
}
