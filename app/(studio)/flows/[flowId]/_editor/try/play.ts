import type { PhoneMessage } from '@/flows/rendering/phone-message';
import type { EffectRequest, TurnEvent } from '@/flows/schema/events';
import type { LanguageCode } from '@/flows/schema/language';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import type { Understanding } from '@/flows/schema/understanding';
import type { SendFailure } from './tryout';

/** Which text of which state a piece of a message is made of. */
export type SaidPart = Readonly<{
  /** `<state or rule:id>/<path>` */
  textKey: string;
  /** Where the conversation was when it was said. */
  state: string;
  language: LanguageCode;
}>;

/** One message of the business: of long ones WhatsApp makes several. */
export type PlayedBubble = Readonly<{
  messages: readonly PhoneMessage[];
  parts: readonly SaidPart[];
  failure: SendFailure | null;
}>;

/** What the conversation waits for after a turn. */
export type PlayedWait =
  | Readonly<{ type: 'reply' | 'timer'; dueAt: string | null }>
  | Readonly<{
      type: 'effect';
      effect: EffectRequest;
    }>;

/** The time in a try-out and what it can be moved to. */
export type TryClock = Readonly<{
  /** ISO 8601. */
  now: string;
  secondsToMorning: number;
  /** Null when nothing runs out by itself. */
  secondsToTimer: number | null;
}>;

export type PlayedTurn = Readonly<{
  /** The step that led to it; -1: the business began. */
  step: number;
  /** Which of that step's turns it is: when time passes, there may be several. */
  nth: number;
  at: string;
  understanding: Understanding | null;
  bubbles: readonly PlayedBubble[];
  events: readonly TurnEvent[];
  state: string;
  hasEnded: boolean;
  language: LanguageCode;
  wait: PlayedWait | null;
  slots: Readonly<Record<SlotName, SlotValue>>;
  clock: TryClock;
}>;

/** A try-out played from its beginning. */
export type Play = Readonly<{ turns: readonly PlayedTurn[]; clock: TryClock }>;

/** What is the same for a turn in two plays of one try-out. */
export function turnKey({ step, nth }: Pick<PlayedTurn, 'step' | 'nth'>): string {
  return `${step}:${nth}`;
}
