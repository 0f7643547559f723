import { z } from 'zod';
import { maskPhone } from '../../contacts/mask-phone';
import { readFollowUps } from '../../followups/list/read-follow-ups';
import { countFollowUps, followUpStatuses, selectContactsToPick } from '../../followups/list/store';
import { addFollowUp, changedMeanwhile, moveByHand } from '../../followups/officer/plan-by-hand';
import { cancelFollowUp, setFollowUpText } from '../../followups/officer/store';
import { sendFollowUp } from '../../followups/send/send-due-follow-ups';
import { defaultFollowUpSettings, followUpSettings } from '../../followups/settings/follow-up-settings';
import { readFollowUpSettings, writeFollowUpSettings } from '../../followups/settings/store';
import { defaultOutreachSettings, outreachSettings } from '../../outreach/outreach-settings';
import { readOutreachSettings, writeOutreachSettings } from '../../outreach/store';
import { localProcedure, router } from '../procedures';

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });
/** Empty where nobody said who they are. */
const author = z
  .string()
  .trim()
  .max(100)
  .nullable()
  .transform((name) => name || null);
const text = z
  .string()
  .trim()
  .max(4096) // a text's body, Cloud API reference
  .nullable()
  .transform((words) => words || null);
const MOST_CONTACTS = 20;

/** Whom we write to again, when, and why then; and the rules of it. */
export const followUpsRouter = router({
  list: localProcedure
    .input(
      z.object({
        from: moment,
        until: moment,
        status: z.enum(followUpStatuses).nullable(),
        search: z.string().trim().max(200).nullable(),
      }),
    )
    .query(({ input }) => readFollowUps({ ...input, search: input.search || null })),

  counts: localProcedure.query(() => countFollowUps(Date.now())),

  /** One that was changed since `revision` is a conflict. The time is moved into allowed hours. */
  move: localProcedure
    .input(z.object({ id, dueAt: moment, author, revision: moment }))
    .mutation(({ input }) => moveByHand(input.id, input, input.revision, Date.now())),

  cancel: localProcedure.input(z.object({ id, author })).mutation(async ({ input }) => {
    if (!(await cancelFollowUp(input.id, input.author))) throw changedMeanwhile();
  }),

  add: localProcedure
    .input(z.object({ contactId: id, dueAt: moment, text, author }))
    .mutation(({ input }) => addFollowUp(input.contactId, input.text, input, Date.now())),

  edit: localProcedure.input(z.object({ id, text })).mutation(async ({ input }) => {
    if (!(await setFollowUpText(input.id, input.text))) throw changedMeanwhile();
  }),

  /** Everything is checked as if it were due: it may be put off, or ended. `result` says so, and the row says why. */
  sendNow: localProcedure.input(z.object({ id })).mutation(async ({ input }) => {
    const result = await sendFollowUp(input.id, Date.now(), 'now');
    if (result === undefined || result === 'lost') throw changedMeanwhile();
    return { result };
  }),

  contacts: localProcedure.input(z.object({ search: z.string().trim().max(200) })).query(async ({ input }) => {
    const contacts = await selectContactsToPick(input.search, MOST_CONTACTS);
    return contacts.map(({ phone, plannedFor, ...contact }) => ({
      ...contact,
      phone: maskPhone(phone),
      plannedFor: plannedFor?.toISOString() ?? null,
    }));
  }),

  settings: localProcedure.query(async () => ({
    settings: await readFollowUpSettings(),
    defaults: defaultFollowUpSettings,
  })),

  saveSettings: localProcedure.input(followUpSettings).mutation(({ input }) => writeFollowUpSettings(input)),

  outreach: localProcedure.query(async () => ({
    settings: await readOutreachSettings(),
    defaults: defaultOutreachSettings,
  })),

  saveOutreach: localProcedure.input(outreachSettings).mutation(({ input }) => writeOutreachSettings(input)),
});
