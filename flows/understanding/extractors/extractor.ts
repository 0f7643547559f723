import type { Intent } from '@/flows/schema/intents';
import type { CustomerSlot, SlotName, SlotValue } from '@/flows/schema/slots';
import type { Reading } from '../read-text';

/** A value found in a text, with its UTF-16 offsets there. */
export type Finding = Readonly<{
  slot: CustomerSlot;
  value: SlotValue;
  confidence: number;
  start: number;
  end: number;
}>;

/** What an extractor knows besides the text. `expects` are the slots just asked for, the pending one first. */
export type ExtractionContext = Readonly<{
  intent: Intent;
  expects: readonly SlotName[];
  now: string;
  timezone: string;
}>;

/** Reads the slots of one kind. Total: it finds nothing rather than failing. */
export type Extractor = (reading: Reading, context: ExtractionContext) => readonly Finding[];
