import { z } from 'zod';
import { toPhoneMessage } from '@/flows/rendering/phone-message';
import { languageCode } from '@/flows/schema/language';
import { acceptSimulated } from '../../conversation/accept-simulated';
import type { ConversationView, MessageView } from '../../conversation/conversation-view';
import { listSimulatedContacts } from '../../conversation/list-simulated-contacts';
import { readConversation } from '../../conversation/read-conversation';
import { resetSimulation } from '../../conversation/reset-simulation';
import { startSimulation } from '../../conversation/start-simulation';
import { KnownError } from '../../errors';
import { factsNow } from '../../facts/read-facts';
import { ownerProcedure, router } from '../procedures';
import { suggestionsFor } from '../suggestions';
import { flowId, flowVersion } from './flows';

const contactId = z.uuid('This is no contact.');
const stateId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'This is no state.');
const externalId = z.string().min(1).max(200);
const LONGEST_TEXT = 4096; // text.body, Cloud API reference
const LONGEST_CHOICE_ID = 256; // button id, Cloud API reference

/** The phone in the studio: who writes, what was said, and what the runtime saw. */
export const simulatorRouter = router({
  contacts: ownerProcedure.query(() => listSimulatedContacts()),

  conversation: ownerProcedure.input(z.object({ contactId })).query(async ({ input }) => {
    return toPhone(await found(input.contactId));
  }),

  /** Where a contact is in its flow, for the drawing. */
  trail: ownerProcedure.input(z.object({ contactId })).query(async ({ input }) => {
    const { contact, session, turns } = await found(input.contactId);
    if (!session) return null;
    const ofSession = turns.filter(
      (turn) => turn.flowId === session.flowId && turn.flowVersion === session.flowVersion,
    );
    const events = ofSession.flatMap((turn) => turn.events);
    const visited = events.flatMap((event) => (event.type === 'state.entered' ? [event.state] : []));
    const transitions = events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : []));
    return {
      contactName: contact.name,
      flowId: session.flowId,
      flowVersion: session.flowVersion,
      trail: { current: session.state, visited: [...new Set(visited)], transitions: [...new Set(transitions)] },
    };
  }),

  /** What a customer might say, for those who would rather tap than type. */
  suggestions: ownerProcedure
    .input(z.object({ flowId, language: languageCode }))
    .query(({ input }) => suggestionsFor(input.flowId, input.language)),

  /** Begins a conversation with a new contact, or again with one that is there. */
  begin: ownerProcedure
    .input(
      z.object({
        contactId: contactId.nullable(),
        name: z.string().trim().max(100).nullable(),
        language: languageCode,
        flowId,
        flowVersion,
        state: stateId.nullable(),
      }),
    )
    .mutation(async ({ input }) => {
      const { contactId: existing, ...beginning } = input;
      const contact =
        existing === null
          ? await startSimulation(beginning)
          : await resetSimulation({ contactId: existing, ...beginning });
      return { contactId: contact.id };
    }),

  /** Takes one message; the same `clientId` is taken once, however often it is sent. */
  send: ownerProcedure
    .input(
      z.object({
        contactId,
        clientId: z.uuid(),
        /** The message of ours whose button was tapped. */
        contextExternalId: externalId.optional(),
        content: z.discriminatedUnion('type', [
          z.object({
            type: z.literal('text'),
            text: z.string().trim().min(1, 'The message is empty.').max(LONGEST_TEXT),
          }),
          z.object({
            type: z.literal('choice'),
            id: z.string().min(1).max(LONGEST_CHOICE_ID),
            title: z.string().max(LONGEST_TEXT),
          }),
          z.object({ type: z.literal('reaction'), to: externalId, emoji: z.emoji('This is no emoji.').nullable() }),
          z.object({
            type: z.literal('contacts'),
            cards: z
              .array(z.object({ name: z.string().max(100).optional(), phones: z.array(z.string().max(40)).max(5) }))
              .max(5),
            isOwn: z.boolean(),
          }),
          z.object({
            type: z.literal('location'),
            latitude: z.number().min(-90).max(90),
            longitude: z.number().min(-180).max(180),
            name: z.string().max(LONGEST_TEXT).optional(),
            address: z.string().max(LONGEST_TEXT).optional(),
          }),
        ]),
      }),
    )
    .mutation(({ input }) => acceptSimulated(input)),
});

async function found(id: string): Promise<ConversationView> {
  const conversation = await readConversation({ contactId: id });
  if (!conversation) throw new KnownError('record.notFound', 'There is no such contact.');
  return conversation;
}

/** The conversation under the business's name, with each message of ours as the phone draws it, instead of the channel's payload. */
async function toPhone({ messages, ticks: _ticks, ...rest }: ConversationView) {
  const { lender_name: businessName } = await factsNow();
  return { ...rest, businessName, messages: messages.map(drawn) };
}

function drawn(message: MessageView) {
  if (message.direction === 'in') return message;
  const { payloads, externalIds, content: _content, ...shared } = message;
  const bubbles = payloads.flatMap((payload, index) => {
    const bubble = toPhoneMessage(payload);
    return bubble === undefined ? [] : [{ ...bubble, externalId: externalIds[index] ?? null }];
  });
  return { ...shared, bubbles };
}
