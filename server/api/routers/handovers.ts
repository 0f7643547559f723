import { z } from 'zod';
import { assignHandover } from '../../handovers/acts/assign-handover';
import { closeHandover } from '../../handovers/acts/close-handover';
import { requestHandover } from '../../handovers/acts/request-handover';
import { returnToBot } from '../../handovers/acts/return-to-bot';
import { takeOver } from '../../handovers/acts/take-over';
import { handoverOutcome } from '../../handovers/handover-outcome';
import type { HandoverPacket, OfficerRow, StateChoice } from '../../handovers/handover-views';
import { readPacket } from '../../handovers/packet/read-packet';
import { stateChoices } from '../../handovers/packet/state-choices';
import { listOfficers, setAvailable } from '../../handovers/routing/store';
import { defaultHandoverSettings, handoverSettings } from '../../handovers/settings/handover-settings';
import { readHandoverSettings, writeHandoverSettings } from '../../handovers/settings/store';
import { requireReadable, requireVisible } from '../../leads/visibility/store';
import { officerProcedure, ownerProcedure, router } from '../procedures';

const contact = z.object({ contactId: z.uuid('This is no contact.') });
const note = z.string().trim().max(1000, 'The note is too long.');
const stateId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'This is no state.');

/** A procedure about one contact, which the officer must be allowed to see. */
const contactProcedure = officerProcedure.input(contact).use(async ({ ctx, input, next }) => {
  await requireVisible(ctx.actor, input.contactId);
  return next();
});

/** Who has a conversation: the bot, an officer, or nobody any more. */
export const handoversRouter = router({
  /** Asks for an officer; somebody who is free is told. */
  request: contactProcedure
    .input(z.object({ reason: z.string().trim().min(1, 'Say why.').max(200) }))
    .mutation(({ ctx, input }): Promise<void> => requestHandover(ctx.actor, input.contactId, input.reason, Date.now())),

  /** Of two officers one wins; the other is told who. */
  takeOver: officerProcedure
    .input(contact)
    .mutation(({ ctx, input }): Promise<void> => takeOver(ctx.actor, input.contactId, Date.now())),

  /** `now`: the bot speaks at once; else it waits for the customer. Without a state it goes on where it was. */
  returnToBot: contactProcedure
    .input(
      z.object({
        stateId: stateId.nullable(),
        note,
        begins: z.enum(['now', 'whenTheyWrite']).default('whenTheyWrite'),
      }),
    )
    .mutation(({ ctx, input }): Promise<void> => returnToBot(ctx.actor, input, Date.now())),

  close: contactProcedure
    .input(z.object({ outcome: handoverOutcome, note }))
    .mutation(({ ctx, input }): Promise<void> => closeHandover(ctx.actor, input, Date.now())),

  /** By who has it, or by an owner. */
  assign: contactProcedure
    .input(z.object({ userId: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }): Promise<void> => assignHandover(ctx.actor, input.contactId, input.userId, Date.now())),

  packet: officerProcedure.input(contact).query(async ({ ctx, input }): Promise<HandoverPacket> => {
    await requireReadable(ctx.actor, input.contactId);
    return readPacket(ctx.actor, input.contactId, Date.now());
  }),

  states: contactProcedure.query(({ input }): Promise<readonly StateChoice[]> => stateChoices(input.contactId)),

  officers: officerProcedure.query((): Promise<readonly OfficerRow[]> => listOfficers()),

  setAvailable: officerProcedure
    .input(z.object({ isAvailable: z.boolean() }))
    .mutation(({ ctx, input }): Promise<void> => setAvailable(ctx.actor.id, input.isAvailable)),

  settings: officerProcedure.query(async () => ({
    settings: await readHandoverSettings(),
    defaults: defaultHandoverSettings,
  })),

  saveSettings: ownerProcedure
    .input(handoverSettings)
    .mutation(({ ctx, input }): Promise<void> => writeHandoverSettings(ctx.actor, input)),
});
