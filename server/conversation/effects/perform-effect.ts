import type { EffectRequest } from '@/flows/schema/events';
import type { TurnInput } from '@/flows/schema/turn-input';

/** How an outside call ended, as the engine is told. */
export type EffectResult = Extract<TurnInput, { type: 'effectSettled' }>['result'];

/** Performs an effect once and never throws. The same `idempotencyKey` means the same call tried again. */
export type PerformEffect = (effect: EffectRequest, idempotencyKey: string) => Promise<EffectResult>;
