import { z } from 'zod';
import type { PersonView } from '../lead-view';

/** What officers write for each other about a contact. */
export type NoteView = Readonly<{
  id: string;
  body: string;
  author: PersonView;
  mentions: readonly PersonView[];
  createdAt: string;
  editedAt: string | null;
}>;

export const noteText = z.strictObject({
  contactId: z.uuid(),
  body: z.string().trim().min(1).max(4_000),
  /** Ids of the people who are mentioned. */
  mentions: z.array(z.string().min(1).max(100)).max(20).default([]),
});
export type NoteText = Readonly<z.infer<typeof noteText>>;
