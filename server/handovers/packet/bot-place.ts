import type { Flow } from '@/flows/schema/flow';
import { type Session, session as sessionSchema } from '@/flows/schema/session';
import { readActiveFlows, readFlow } from '../../flows/store';
import { selectPlace } from './store';

/** Where the bot is in a contact's conversation, or was when it ended. */
export type BotPlace = {
  readonly session: Session;
  /** The stored version of the session. */
  readonly version: number;
  /** What it goes on in: the session's own version, or the active one where it has ended. */
  readonly flow: Flow;
  readonly flowVersion: number;
};

/** Undefined for a contact who never had a conversation, and where its flow is not there any more. */
export async function botPlaceOf(contactId: string): Promise<BotPlace | undefined> {
  const row = await selectPlace(contactId);
  const read = sessionSchema.safeParse(row?.state);
  if (!row || !read.success) return;
  const { flowId, flowVersion, status } = read.data;
  const active = status === 'ended' ? (await readActiveFlows()).get(flowId) : undefined;
  const flow = active?.flow ?? (await readFlow(flowId, flowVersion));
  return flow && { session: read.data, version: row.version, flow, flowVersion: active?.version ?? flowVersion };
}
