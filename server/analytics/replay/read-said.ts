import type { ChannelId } from '../../channels/channel';
import { readEvents } from './read-events';
import { type SaidText, saidTextOf } from './said-text';
import { selectSaid } from './store';

/** Something that a state said to somebody. */
export type SaidMessage = SaidText & {
  /** ISO UTC. */
  readonly at: string;
  readonly sessionId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  readonly flowVersion: number;
};

/** What a state said last in real and simulated conversations, in any version of the flow, newest first. */
export async function readSaid(asked: {
  readonly flowId: string;
  readonly state: string;
  readonly days: number;
  readonly limit: number;
}): Promise<readonly SaidMessage[]> {
  const rows = await selectSaid(asked.flowId, asked.state, asked.days, asked.limit);
  return rows.flatMap(({ at, event, ...of }) =>
    readEvents([event])
      .flatMap(saidTextOf)
      .map((said) => ({ ...said, ...of, at: at.toISOString() })),
  );
}
