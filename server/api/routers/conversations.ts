import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { cannedTexts, removeCanned, saveCanned } from '../../conversations/canned/canned-answers';
import { type CannedForContact, cannedFor } from '../../conversations/canned/canned-for';
import { type CannedAnswer, listCanned } from '../../conversations/canned/store';
import { draftReply } from '../../conversations/draft/draft-reply';
import type {
  BotReading,
  ConversationCounts,
  ConversationPage,
  Draft,
  FilledTemplate,
  ScheduledMessage,
  SentMessage,
  Thread,
} from '../../conversations/inbox-views';
import { listConversations } from '../../conversations/list/list-conversations';
import { listRequest } from '../../conversations/list/list-request';
import { selectCounts } from '../../conversations/list/store';
import { announce } from '../../conversations/presence/announce';
import { readBotReading } from '../../conversations/read/read-bot-reading';
import { readThread } from '../../conversations/read/read-thread';
import { markRead, snooze } from '../../conversations/read/store';
import { listScheduled, scheduleMessage, unschedule } from '../../conversations/schedule/schedule-message';
import { officerContent } from '../../conversations/send/officer-content';
import { sendMessage } from '../../conversations/send/send-message';
import { templatesFor } from '../../conversations/templates/templates-for';
import { translateMessage } from '../../conversations/translate/translate-message';
import { takenBy } from '../../handovers/acts/take-over';
import { readTaker } from '../../handovers/who/store';
import { requireReadable, requireVisible } from '../../leads/visibility/store';
import { officerProcedure, router } from '../procedures';

const contactId = z.uuid('This is no contact.');
const contact = z.object({ contactId });
const clientId = z.uuid('The message has no id.').toLowerCase();
const position = z.string().regex(/^\d{1,19}$/, 'This is no place in a conversation.');
const LONGEST_TEXT = 4096; // text.body, Cloud API reference

/** A procedure that only looks at a conversation: also at one that a colleague has taken over. */
const readingProcedure = officerProcedure.input(contact).use(async ({ ctx, input, next }) => {
  await requireReadable(ctx.actor, input.contactId);
  return next();
});

/** A procedure about one contact, which the officer must be allowed to see. */
const contactProcedure = officerProcedure.input(contact).use(async ({ ctx, input, next }) => {
  await requireVisible(ctx.actor, input.contactId);
  return next();
});

/** A procedure of whoever writes to the customer: refused while somebody else has the conversation, to an owner too. */
const writingProcedure = contactProcedure.use(async ({ ctx, input, next }) => {
  const taker = await readTaker(input.contactId);
  if (taker !== null && taker.id !== ctx.actor.id) throw takenBy(taker.name);
  return next();
});

/** Conversations as officers work with them: queues, threads, and what they write. */
export const conversationsRouter = router({
  list: officerProcedure
    .input(listRequest)
    .query(({ ctx, input }): Promise<ConversationPage> => listConversations(ctx.actor, input, Date.now())),

  counts: officerProcedure.query(({ ctx }): Promise<ConversationCounts> => selectCounts(ctx.actor, Date.now())),

  /** The newest messages, or those before a place in the conversation. */
  read: readingProcedure
    .input(z.object({ before: position.nullable() }))
    .query(({ ctx, input }): Promise<Thread> => readThread(ctx.actor, input.contactId, input.before, Date.now())),

  reading: officerProcedure
    .input(z.object({ turnId: z.uuid() }))
    .query(({ ctx, input }): Promise<BotReading> => readBotReading(ctx.actor, input.turnId)),

  /** By the configured model. `text` is null where there is none, and `whyNot` says so. */
  translate: readingProcedure
    .input(z.object({ messageId: z.string().min(1).max(400), language: languageCode }))
    .mutation(
      ({ input }): Promise<{ readonly text: string | null; readonly whyNot: string | null }> =>
        translateMessage(input.contactId, input.messageId, input.language),
    ),

  markRead: readingProcedure
    .input(z.object({ position }))
    .mutation(({ ctx, input }): Promise<void> => markRead(ctx.actor.id, input.contactId, input.position)),

  /** The same `clientId` is sent once, however often it comes. Refusals are `record.conflict` with the sentence to show. */
  send: contactProcedure
    .input(z.object({ clientId, content: officerContent }))
    .mutation(
      ({ ctx, input }): Promise<SentMessage> =>
        sendMessage(ctx.actor, input.contactId, { id: input.clientId, content: input.content }, Date.now()),
    ),

  /** Sends a text later, if then an officer still has the conversation and the window is open. */
  schedule: writingProcedure
    .input(
      z.object({
        clientId,
        text: z.string().trim().min(1, 'Write something.').max(LONGEST_TEXT),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .mutation(
      ({ ctx, input }): Promise<{ readonly id: string; readonly at: string }> =>
        scheduleMessage(ctx.actor, input.contactId, { id: input.clientId, text: input.text, at: input.at }, Date.now()),
    ),

  scheduled: readingProcedure.query(
    ({ input }): Promise<readonly ScheduledMessage[]> => listScheduled(input.contactId, Date.now()),
  ),

  unschedule: contactProcedure
    .input(z.object({ id: z.uuid() }))
    .mutation(({ input }): Promise<void> => unschedule(input.contactId, input.id)),

  /** Words of the model for the composer; nothing is sent. */
  draft: writingProcedure.mutation(({ input }): Promise<Draft> => draftReply(input.contactId, Date.now())),

  /** Tells the others who look at this conversation. */
  here: readingProcedure
    .input(z.object({ what: z.enum(['viewing', 'typing', 'left']) }))
    .mutation(({ ctx, input }): Promise<void> => announce(ctx.actor, input.contactId, input.what)),

  /** Out of the queues until then, or until the customer writes. */
  snooze: contactProcedure
    .input(z.object({ until: z.iso.datetime({ offset: true }).nullable() }))
    .mutation(({ input }): Promise<void> => snooze(input.contactId, input.until)),

  /** What may be sent outside the window, in the customer's language, filled with what is known. */
  templates: contactProcedure.query(
    ({ ctx, input }): Promise<readonly FilledTemplate[]> => templatesFor(ctx.actor, input.contactId, Date.now()),
  ),
});

/** Texts that officers send often. */
export const cannedRouter = router({
  list: officerProcedure.query((): Promise<readonly CannedAnswer[]> => listCanned()),

  /** Filled for one customer, in their language. */
  forContact: contactProcedure.query(
    ({ ctx, input }): Promise<readonly CannedForContact[]> => cannedFor(ctx.actor, input.contactId, Date.now()),
  ),

  save: officerProcedure
    .input(cannedTexts)
    .mutation(({ ctx, input }): Promise<{ readonly id: string }> => saveCanned(ctx.actor, input)),

  remove: officerProcedure
    .input(z.object({ id: z.uuid() }))
    .mutation(({ input }): Promise<void> => removeCanned(input.id)),
});
