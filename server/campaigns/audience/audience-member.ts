import type { SlotValue } from '@/flows/schema/slots';

/** One person of an audience with what their message may say of them. */
export type AudienceMember = {
  /** Where a later page goes on: `selectAudience(…, after)`. */
  readonly cursor: string;
  readonly contactId: string;
  readonly language: string;
  readonly timezone: string;
  /** As WhatsApp or a file of ours calls them; null where neither does. */
  readonly name: string | null;
  /** 0 to 1; null for who never was in a conversation. */
  readonly interest: number | null;
  readonly slots: Readonly<Record<string, SlotValue>>;
  /** What their row of the file says, by the names of `columnNames`; empty where they come from no file. */
  readonly columns: Readonly<Record<string, string>>;
};
