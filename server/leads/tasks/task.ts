import { z } from 'zod';
import type { PersonView } from '../lead-view';

/** Something that somebody has to do for a contact. */
export type TaskView = Readonly<{
  id: string;
  contactId: string;
  contactName: string | null;
  title: string;
  dueAt: string | null;
  /** Null: anybody's. */
  assignee: PersonView | null;
  author: PersonView;
  doneAt: string | null;
  createdAt: string;
}>;

export const newTask = z.strictObject({
  contactId: z.uuid(),
  title: z.string().trim().min(1).max(300),
  dueAt: z.iso.datetime({ offset: true }).nullable(),
  assigneeId: z.string().min(1).max(100).nullable(),
});
export type NewTask = Readonly<z.infer<typeof newTask>>;
