import { z } from 'zod';
import { type TurnEvent, turnEvent } from '@/flows/schema/events';

/** The events of a stored turn. Those that this release doesn't know are left out: other releases' records stay readable. */
export function readEvents(recorded: unknown): readonly TurnEvent[] {
  return z
    .array(z.unknown())
    .parse(recorded)
    .flatMap((event) => turnEvent.safeParse(event).data ?? []);
}
