import { z } from 'zod';
import { readReplay } from '../../analytics/replay/read-replay';
import { readSaid } from '../../analytics/replay/read-said';
import { readTraffic } from '../../analytics/traffic/read-traffic';
import { selectRecentSessions } from '../../analytics/traffic/store';
import { whatIf } from '../../flows/what-if/what-if';
import { requireVisible } from '../../leads/visibility/store';
import { officerProcedure, ownerProcedure, router, viewerProcedure } from '../procedures';
import { flowId, flowVersion } from './flows';

const days = z.int().min(1).max(90);
const channel = z.enum(['whatsapp', 'simulator', 'all']);
const stateId = z.string().min(1).max(64);
const transitionId = z.string().min(1).max(200);
const MOST_ROWS = 50;
const limit = z.int().min(1).max(MOST_ROWS).default(20);
const MOST_PLAYED = 200;

/** What happens in a flow while customers are in it. */
export const liveRouter = router({
  /** How many sessions went where in one version, how long they stayed and where they were lost. */
  traffic: viewerProcedure
    .input(z.object({ flowId, version: flowVersion, days, channel }))
    .query(({ input }) => readTraffic(input)),

  /** Who took a transition or was in a state: newest first, each session once. */
  recent: ownerProcedure
    .input(
      z.object({
        flowId,
        version: flowVersion,
        days,
        channel: channel.default('all'),
        transition: transitionId.optional(),
        state: stateId.optional(),
        limit,
      }),
    )
    .query(({ input }) => selectRecentSessions(input)),

  /** One contact's conversation, step by step. */
  replay: officerProcedure
    .input(z.object({ sessionId: z.uuid('This is no conversation.') }))
    .query(async ({ ctx, input }) => {
      const replay = await readReplay(input.sessionId);
      if (replay) await requireVisible(ctx.actor, replay.contactId);
      return replay;
    }),

  /** What a state said last, in any version. */
  said: ownerProcedure.input(z.object({ flowId, state: stateId, days, limit })).query(({ input }) => readSaid(input)),

  /**
   * The last conversations of the flow, played again on its stored draft. It changes nothing; it is a mutation so that it
   * runs only when it is asked for: it takes up to 20 seconds.
   */
  whatIf: ownerProcedure
    .input(z.object({ flowId, last: z.int().min(1).max(MOST_PLAYED) }))
    .mutation(({ input }) => whatIf(input.flowId, input.last)),
});
