import { z } from 'zod';
import type { Mention } from './mentions/mention';

/** Why somebody was erased: codes, because words could name them. */
export const eraseReason = z.enum(['asked', 'consentWithdrawn', 'noLongerNeeded']);
export type EraseReason = z.infer<typeof eraseReason>;

/** Why a sealed archive is opened. */
export const openReason = z.enum(['regulator', 'court', 'complaint', 'ownRights']);

/** A file whose encrypted copy lies in the storage. */
export const sealedFile = z.object({
  id: z.uuid(),
  key: z.string(),
  mimeType: z.string().nullable(),
  byteSize: z.int(),
});
export type SealedFile = Readonly<z.infer<typeof sealedFile>>;

/** An erasure as lists show it. */
export type ErasureRow = Readonly<{
  id: string;
  contactId: string;
  reason: EraseReason;
  /** Who did it, as they are called now; null when they are not here any more. */
  actorName: string | null;
  at: Date;
  /** How many rows of each kind are gone. */
  counts: Readonly<Record<string, number>>;
  /** none: nothing was kept; sealed: until `keepUntil`; shredded: nobody can read it any more. */
  archive: 'none' | 'sealed' | 'shredded';
  keepUntil: Date | null;
  shreddedAt: Date | null;
  files: number;
  /** Where a name like theirs still stands; what is gone since is left out. */
  mentions: readonly StandingMention[];
}>;

/** A view, a scenario or a flow, as it is called now: a scenario with its flow, a view with whose it is. */
export type StandingMention = Mention & Readonly<{ name: string; flowId: string | null; authorName: string | null }>;

/** The id under which an archive's key is kept, and what its bytes are said to be of. */
export function archiveName(erasureId: string): string {
  return `archive:${erasureId}`;
}
