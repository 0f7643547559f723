import { z } from 'zod';
import { slotName, slotValue } from '@/flows/schema/slots';
import { KnownError } from '../../errors';
import { actOnTarget } from '../../leads/acts/act-on-leads';
import { contactIds, leadAct, leadTarget } from '../../leads/acts/lead-act';
import { readBoard } from '../../leads/board/read-board';
import { leadChoices } from '../../leads/choices/store';
import { editFact } from '../../leads/edit/edit-fact';
import { fitsSort, leadCursor, leadFilter, leadSort } from '../../leads/filter/lead-filter';
import { leadStage } from '../../leads/lead-stage';
import { listLeads } from '../../leads/list/list-leads';
import { readLead } from '../../leads/page/read-lead';
import { revealPhone } from '../../leads/phone/store';
import { readTimeline } from '../../leads/timeline/read-timeline';
import { timelineCursor } from '../../leads/timeline/timeline-entry';
import { requireVisible } from '../../leads/visibility/store';
import { officerProcedure, router, viewerProcedure } from '../procedures';

const contact = z.object({ contactId: z.uuid() });
const fact = contact.extend({ slot: slotName });
const tags = z.array(z.string().trim().min(1).max(50)).max(20);

/** Who wants a loan, how ready they are, and whose they are. */
export const leadsRouter = router({
  list: viewerProcedure
    .input(
      z
        .object({
          filter: leadFilter,
          sort: leadSort,
          after: leadCursor.nullable(),
          limit: z.int().min(1).max(200).default(50),
        })
        .refine(({ after, sort }) => after === null || fitsSort(after, sort), 'This page is of another order.'),
    )
    .query(({ ctx, input }) => listLeads(input, ctx.actor, Date.now())),

  board: viewerProcedure
    .input(z.object({ filter: leadFilter }))
    .query(({ ctx, input }) => readBoard(input.filter, ctx.actor, Date.now())),

  choices: viewerProcedure.query(() => leadChoices()),

  read: viewerProcedure.input(contact).query(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    return readLead(input.contactId, ctx.actor, Date.now());
  }),

  timeline: viewerProcedure
    .input(contact.extend({ before: timelineCursor.nullable(), limit: z.int().min(1).max(100).default(40) }))
    .query(async ({ ctx, input }) => {
      await requireVisible(ctx.actor, input.contactId);
      return readTimeline(input, ctx.actor);
    }),

  /** One that is no longer at `from` is a conflict. */
  move: officerProcedure
    .input(contact.extend({ stage: leadStage, from: leadStage }))
    .mutation(async ({ ctx, input: { contactId, stage, from } }) => {
      await requireVisible(ctx.actor, contactId);
      const target = { contactIds: [contactId], filter: { stages: [from] } };
      const { changed } = await actOnTarget(target, { type: 'move', stage }, ctx.actor, Date.now());
      if (changed === 0 && stage !== from) {
        throw new KnownError('record.conflict', 'This lead has moved meanwhile. Look where it stands now.');
      }
    }),

  assign: officerProcedure
    .input(z.object({ contactIds, userId: z.string().min(1).max(100).nullable() }))
    .mutation(({ ctx, input: { contactIds: ids, userId } }) =>
      actOnTarget({ contactIds: ids }, { type: 'assign', userId }, ctx.actor, Date.now()),
    ),

  tag: officerProcedure
    .input(z.object({ contactIds, add: tags, remove: tags }))
    .mutation(({ ctx, input: { contactIds: ids, add, remove } }) =>
      actOnTarget({ contactIds: ids }, { type: 'tag', add, remove }, ctx.actor, Date.now()),
    ),

  /** All or none. More than 10,000 are refused. */
  bulk: officerProcedure
    .input(z.object({ target: leadTarget, act: leadAct }))
    .mutation(({ ctx, input }) => actOnTarget(input.target, input.act, ctx.actor, Date.now())),

  setFact: officerProcedure.input(fact.extend({ value: slotValue })).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    await editFact({ ...input, type: 'set' }, ctx.actor, Date.now());
  }),

  confirmFact: officerProcedure.input(fact).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    await editFact({ ...input, type: 'confirm' }, ctx.actor, Date.now());
  }),

  removeFact: officerProcedure.input(fact).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    await editFact({ ...input, type: 'remove' }, ctx.actor, Date.now());
  }),

  /** The whole number of one contact: who asked for it is written down. */
  showPhone: officerProcedure.input(contact).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    return { phone: await revealPhone(input.contactId, ctx.actor) };
  }),
});
