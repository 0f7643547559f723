import type { IncomingContent } from '@/flows/schema/message';
import { KnownError } from '../errors';
import { acceptItems } from '../inbox/accept';
import { isSimulatedContact } from './simulation/store';

/**
 * Takes a message that was written, tapped, recorded or shared in the simulator, on the same way as WhatsApp's. The same `clientId` is taken
 * once, however often it comes. Throws `record.notFound` for a contact that is not simulated.
 */
export async function acceptSimulated({
  contactId,
  clientId,
  content,
  contextExternalId,
}: {
  readonly contactId: string;
  readonly clientId: string;
  readonly content: IncomingContent;
  /** The message of ours that is quoted, or whose button was tapped: the channel's id of it. */
  readonly contextExternalId?: string | undefined;
}): Promise<{ readonly messageId: string }> {
  if (!(await isSimulatedContact(contactId))) throw new KnownError('record.notFound', 'There is no such contact.');
  await acceptItems([
    {
      channel: 'simulator',
      externalId: clientId,
      occurredAt: new Date().toISOString(),
      contactId,
      kind: 'message',
      payload: { messageId: clientId, content, ...(contextExternalId === undefined ? {} : { contextExternalId }) },
    },
  ]);
  return { messageId: clientId };
}
