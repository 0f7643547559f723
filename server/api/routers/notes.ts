import { z } from 'zod';
import { KnownError } from '../../errors';
import { noteText } from '../../leads/notes/note';
import { deleteNote, insertNote, selectNotes, updateNote } from '../../leads/notes/store';
import { requireReadable } from '../../leads/visibility/store';
import { officerProcedure, router } from '../procedures';

const contact = z.object({ contactId: z.uuid() });
const id = z.uuid();

/** What officers write for each other about a contact, also about one whom a colleague talks to; a customer never sees it. */
export const notesRouter = router({
  list: officerProcedure.input(contact).query(async ({ ctx, input }) => {
    await requireReadable(ctx.actor, input.contactId);
    return selectNotes(input.contactId);
  }),

  add: officerProcedure.input(noteText).mutation(async ({ ctx, input }) => {
    await requireReadable(ctx.actor, input.contactId);
    return { id: await insertNote(input, ctx.actor.id) };
  }),

  edit: officerProcedure.input(noteText.extend({ id })).mutation(async ({ ctx, input: { id: noteId, ...text } }) => {
    await requireReadable(ctx.actor, text.contactId);
    if (!(await updateNote(noteId, text, ctx.actor.id))) throw notTheirs();
  }),

  remove: officerProcedure.input(contact.extend({ id })).mutation(async ({ ctx, input }) => {
    await requireReadable(ctx.actor, input.contactId);
    if (!(await deleteNote(input.id, input.contactId, ctx.actor))) throw notTheirs();
  }),
});

function notTheirs(): KnownError {
  return new KnownError('record.notFound', 'There is no such note of yours. It may have been taken away meanwhile.');
}
