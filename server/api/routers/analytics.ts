import { z } from 'zod';
import { analyticsFilter } from '../../analytics/filter/analytics-filter';
import { readFunnel } from '../../analytics/funnel/read-funnel';
import { readHandovers } from '../../analytics/handovers/read-handovers';
import { listAsked } from '../../analytics/list/list-asked';
import { readList } from '../../analytics/list/read-list';
import { readOutreach } from '../../analytics/outreach/store';
import { readOverview } from '../../analytics/overview/read-overview';
import { readChoices } from '../../analytics/overview/store';
import { readQuestion } from '../../analytics/questions/read-question';
import { readQuestions } from '../../analytics/questions/read-questions';
import { readSpending } from '../../analytics/reading/read-spending';
import { readTurnsToReview } from '../../analytics/reading/store';
import { catchUp } from '../../analytics/roll-up/catch-up';
import { readCountedAt } from '../../analytics/roll-up/store';
import { ownerProcedure, router, viewerProcedure } from '../procedures';
import { flowId, flowVersion } from './flows';

const filtered = z.object({ filter: analyticsFilter });
const MOST_REVIEWED = 100;

/** What has just happened is counted before a figure is read. */
const counted = viewerProcedure.use(async ({ next }) => {
  await catchUp();
  return next();
});

/** What works, and where people are lost. Viewers read figures, and neither names nor words of customers. */
export const analyticsRouter = router({
  /** What figures can be narrowed to, and up to when they are counted. */
  choices: counted.query(async () => ({ ...(await readChoices()), countedAt: await readCountedAt() })),

  overview: counted.input(filtered).query(({ input }) => readOverview(input.filter)),

  funnel: counted
    .input(filtered.extend({ flowId, version: flowVersion }))
    .query(({ input }) => readFunnel(input.filter, input.flowId, input.version)),

  questions: counted.input(filtered).query(({ ctx, input }) => readQuestions(ctx.actor, input.filter)),

  /** A question that found no answer, as one customer put it: what the editor can give a place for its answer. */
  question: ownerProcedure
    .input(z.object({ turnId: z.uuid() }))
    .query(({ ctx, input }) => readQuestion(ctx.actor, input.turnId)),

  handovers: counted.input(filtered).query(({ ctx, input }) => readHandovers(ctx.actor, input.filter)),

  outreach: counted.input(filtered).query(({ input }) => readOutreach(input.filter)),

  cost: counted.input(filtered).query(({ input }) => readSpending(input.filter)),

  /** Turns whose reading a person should look at. */
  review: counted.input(filtered).query(({ ctx, input }) => readTurnsToReview(ctx.actor, input.filter, MOST_REVIEWED)),

  /** Who is behind a number. */
  list: counted.input(listAsked).query(({ ctx, input }) => readList(ctx.actor, input)),
});
