import { router } from './procedures';
import { draftsRouter } from './routers/drafts';
import { flowsRouter } from './routers/flows';
import { liveRouter } from './routers/live';
import { scenariosRouter } from './routers/scenarios';
import { simulatorRouter } from './routers/simulator';
import { understandingRouter } from './routers/understanding';
import { versionsRouter } from './routers/versions';

/** The studio's interface, one router for each subject. */
export const apiRouter = router({
  drafts: draftsRouter,
  flows: flowsRouter,
  live: liveRouter,
  scenarios: scenariosRouter,
  simulator: simulatorRouter,
  understanding: understandingRouter,
  versions: versionsRouter,
});
export type ApiRouter = typeof apiRouter;
