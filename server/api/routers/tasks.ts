import { z } from 'zod';
import { deleteTask, insertTask, readTaskContact, selectTasks, setDone } from '../../leads/tasks/store';
import { newTask } from '../../leads/tasks/task';
import { requireVisible } from '../../leads/visibility/store';
import { officerProcedure, router } from '../procedures';

const task = z.object({ id: z.uuid() });

/** What officers have to do for contacts. */
export const tasksRouter = router({
  /** Of one contact, or for null what the reader has still to do. */
  list: officerProcedure
    .input(z.object({ contactId: z.uuid().nullable() }))
    .query(({ ctx, input }) => selectTasks(input.contactId, ctx.actor)),

  add: officerProcedure.input(newTask).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    return { id: await insertTask(input, ctx.actor.id) };
  }),

  done: officerProcedure.input(task.extend({ isDone: z.boolean() })).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, await readTaskContact(input.id));
    await setDone(input.id, input.isDone ? new Date() : null);
  }),

  remove: officerProcedure.input(task).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, await readTaskContact(input.id));
    await deleteTask(input.id);
  }),
});
