import { z } from 'zod';
import type { SlotValue } from '@/flows/schema/slots';
import type { PersonView } from '../lead-view';

/** Everything that happened with a lead, one thing each. `id` is its own for ever. */
export type TimelineEntry = Readonly<{ id: string; at: string }> & TimelineWhat;

export type TimelineWhat =
  | Readonly<{ kind: 'message'; direction: 'in' | 'out'; type: string; text: string; author: PersonView | null }>
  | Readonly<{ kind: 'state'; from: string | null; to: string }>
  | Readonly<{ kind: 'filled'; slots: readonly Readonly<{ slot: string; value: SlotValue }>[] }>
  | Readonly<{ kind: 'stage'; from: string; to: string; actor: PersonView | null }>
  | Readonly<{
      kind: 'fact';
      slot: string;
      from: SlotValue | null;
      to: SlotValue | null;
      isConfirmed: boolean;
      actor: PersonView | null;
    }>
  | Readonly<{ kind: 'assigned'; to: PersonView | null; actor: PersonView | null }>
  | Readonly<{ kind: 'tags'; added: readonly string[]; removed: readonly string[]; actor: PersonView | null }>
  | Readonly<{ kind: 'outcome'; outcome: string | null; actor: PersonView | null }>
  | Readonly<{ kind: 'note'; body: string; actor: PersonView | null }>
  | Readonly<{ kind: 'task'; title: string; isDone: boolean; actor: PersonView | null }>
  | Readonly<{ kind: 'followUp'; status: string; reason: string; dueAt: string }>
  | Readonly<{
      kind: 'handover';
      step: 'requested' | 'taken' | 'ended';
      status: string;
      reason: string;
      actor: PersonView | null;
    }>
  | Readonly<{ kind: 'campaign'; name: string; status: string }>
  | Readonly<{ kind: 'consent'; purpose: string; status: 'given' | 'withdrawn' }>
  | Readonly<{ kind: 'document'; file: string; status: string }>;

/** The last entry of a page: what is older comes next. */
export const timelineCursor = z.strictObject({ at: z.iso.datetime(), id: z.string().max(100) });
export type TimelineCursor = Readonly<z.infer<typeof timelineCursor>>;

export type TimelinePage = Readonly<{ entries: readonly TimelineEntry[]; next: TimelineCursor | null }>;
