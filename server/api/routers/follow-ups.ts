import { z } from 'zod';
import { recorded, settingsChanged } from '../../audit/recorded';
import type { Actor } from '../../auth/actor';
import { maskPhone } from '../../contacts/mask-phone';
import { KnownError } from '../../errors';
import { readFollowUps } from '../../followups/list/read-follow-ups';
import { countFollowUps, followUpStatuses, selectContactsToPick } from '../../followups/list/store';
import { addFollowUp, changedMeanwhile, moveByHand } from '../../followups/officer/plan-by-hand';
import { cancelFollowUp, contactOf, setFollowUpText } from '../../followups/officer/store';
import { sendFollowUp } from '../../followups/send/send-due-follow-ups';
import { defaultFollowUpSettings, followUpSettings } from '../../followups/settings/follow-up-settings';
import { readFollowUpSettings, writeFollowUpSettings } from '../../followups/settings/store';
import { requireVisible } from '../../leads/visibility/store';
import { defaultOutreachSettings, outreachSettings } from '../../outreach/outreach-settings';
import { readOutreachSettings, writeOutreachSettings } from '../../outreach/store';
import { officerProcedure, ownerProcedure, router } from '../procedures';

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });
const text = z
  .string()
  .trim()
  .max(4096) // a text's body, Cloud API reference
  .nullable()
  .transform((words) => words || null);
const MOST_CONTACTS = 20;

/** Whom we write to again, when, and why then; and the rules of it. */
export const followUpsRouter = router({
  list: officerProcedure
    .input(
      z.object({
        from: moment,
        until: moment,
        status: z.enum(followUpStatuses).nullable(),
        search: z.string().trim().max(200).nullable(),
      }),
    )
    .query(({ ctx, input }) => readFollowUps({ ...input, search: input.search || null }, ctx.actor)),

  counts: officerProcedure.query(({ ctx }) => countFollowUps(ctx.actor, Date.now())),

  /** One that was changed since `revision` is a conflict. The time is moved into allowed hours. */
  move: officerProcedure
    .input(z.object({ id, dueAt: moment, revision: moment }))
    .mutation(async ({ ctx: { actor }, input }) => {
      await requireVisibleFollowUp(actor, input.id);
      return moveByHand(input.id, { dueAt: input.dueAt, by: actor }, input.revision, Date.now());
    }),

  cancel: officerProcedure.input(z.object({ id })).mutation(async ({ ctx: { actor }, input }) => {
    await requireVisibleFollowUp(actor, input.id);
    if (!(await cancelFollowUp(input.id, actor))) throw changedMeanwhile();
  }),

  add: officerProcedure
    .input(z.object({ contactId: id, dueAt: moment, text }))
    .mutation(async ({ ctx: { actor }, input: { contactId, text: words, dueAt } }) => {
      await requireVisible(actor, contactId);
      return addFollowUp(contactId, words, { dueAt, by: actor }, Date.now());
    }),

  edit: officerProcedure.input(z.object({ id, text })).mutation(async ({ ctx, input }) => {
    await requireVisibleFollowUp(ctx.actor, input.id);
    if (!(await setFollowUpText(input.id, input.text, ctx.actor))) throw changedMeanwhile();
  }),

  /** Everything is checked as if it were due: it may be put off, or ended. `result` says so, and the row says why. */
  sendNow: officerProcedure.input(z.object({ id })).mutation(async ({ ctx, input }) => {
    await requireVisibleFollowUp(ctx.actor, input.id);
    const result = await sendFollowUp(input.id, Date.now(), 'now');
    if (result === undefined || result === 'lost') throw changedMeanwhile();
    return { result };
  }),

  contacts: officerProcedure.input(z.object({ search: z.string().trim().max(200) })).query(async ({ ctx, input }) => {
    const contacts = await selectContactsToPick(ctx.actor, input.search, MOST_CONTACTS);
    return contacts.map(({ phone, plannedFor, ...contact }) => ({
      ...contact,
      phone: maskPhone(phone),
      plannedFor: plannedFor?.toISOString() ?? null,
    }));
  }),

  settings: officerProcedure.query(async () => ({
    settings: await readFollowUpSettings(),
    defaults: defaultFollowUpSettings,
  })),

  saveSettings: ownerProcedure
    .input(followUpSettings)
    .mutation(({ ctx, input }) =>
      recorded(ctx.actor, settingsChanged('followUps'), () => writeFollowUpSettings(input)),
    ),

  outreach: officerProcedure.query(async () => ({
    settings: await readOutreachSettings(),
    defaults: defaultOutreachSettings,
  })),

  saveOutreach: ownerProcedure
    .input(outreachSettings)
    .mutation(({ ctx, input }) => recorded(ctx.actor, settingsChanged('outreach'), () => writeOutreachSettings(input))),
});

/** A follow-up of a contact who is another officer's is answered like one that is not there. */
async function requireVisibleFollowUp(actor: Actor, followUpId: string): Promise<void> {
  const contactId = await contactOf(followUpId);
  if (contactId === undefined) throw new KnownError('record.notFound', 'There is no such follow-up.');
  await requireVisible(actor, contactId);
}
