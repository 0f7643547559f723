import { z } from 'zod';
import { incomingMessage } from './message';
import { understanding } from './understanding';

/** A customer's burst of messages and what was read from it. */
export const reply = z.object({
  messages: z.array(incomingMessage).min(1),
  understanding,
  /**
   * An answer that a model wrote to these messages, or null. It is said only where the state answers freely, and only when
   * everything in it is borne out (`flows/grounding`).
   */
  draft: z.string().min(1).max(4_000).nullable().default(null),
});
export type Reply = Readonly<z.infer<typeof reply>>;

/** How an outside call ended. */
export const effectResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), status: z.int(), body: z.json() }),
  z.object({ ok: z.literal(false), code: z.string() }),
]);
export type EffectResult = Readonly<z.infer<typeof effectResult>>;

/** What may happen to a session. `started` carries the customer's first words when the customer began. */
export const turnInput = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), by: z.enum(['contact', 'business']), reply: reply.nullable() }),
  z.object({ type: z.literal('replied'), reply }),
  z.object({ type: z.literal('timedOut'), waitId: z.string() }),
  z.object({
    type: z.literal('effectSettled'),
    waitId: z.string(),
    result: effectResult,
  }),
]);
export type TurnInput = Readonly<z.infer<typeof turnInput>>;
