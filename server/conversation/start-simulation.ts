import type { SlotValue } from '@/flows/schema/slots';
import { KnownError } from '../errors';
import { readFlow } from '../flows/store';
import { acceptItems } from '../inbox/accept';
import { newId } from './ids';
import { insertFreshSession, insertSimulatedContact } from './simulation/store';

/** How a simulated conversation begins. */
export type SimulationStart = {
  readonly name: string | null;
  readonly language: string;
  readonly flowId: string;
  /** 0 is the draft. */
  readonly flowVersion: number;
  /** The state to begin in, where the bot speaks first; null waits for the contact's first words at the flow's start. */
  readonly state: string | null;
  /** What is known already. */
  readonly slots?: Readonly<Record<string, SlotValue>>;
};

/** Begins a conversation with a new simulated contact. Throws `record.notFound` for a flow or state that is not there. */
export async function startSimulation(start: SimulationStart): Promise<{ readonly id: string }> {
  await requirePlace(start);
  const id = await insertSimulatedContact(start.name, start.language);
  await beginWith(id, start);
  return { id };
}

/** Begins with a contact who has no conversation. */
export async function beginWith(contactId: string, start: SimulationStart): Promise<void> {
  const { flowId, flowVersion, state, language, slots = {} } = start;
  const flow = await requirePlace(start);
  if (state === null && Object.keys(slots).length === 0) {
    await insertFreshSession(contactId, flow, flowVersion, language);
    return;
  }
  await acceptItems([
    {
      channel: 'simulator',
      externalId: `start.${newId()}`,
      occurredAt: new Date().toISOString(),
      contactId,
      kind: 'start',
      payload: { flowId, flowVersion, state, language, slots },
    },
  ]);
}

export async function requirePlace({ flowId, flowVersion, state }: SimulationStart) {
  const flow = await readFlow(flowId, flowVersion);
  if (!flow) throw new KnownError('record.notFound', 'There is no such flow, or no such version of it.');
  if (state !== null && !flow.states.some(({ id }) => id === state)) {
    throw new KnownError('record.notFound', 'This version of the flow has no such state.');
  }
  return flow;
}
