import { router } from './procedures';
import { flowsRouter } from './routers/flows';
import { simulatorRouter } from './routers/simulator';
import { understandingRouter } from './routers/understanding';

/** The studio's interface, one router for each subject. */
export const apiRouter = router({ flows: flowsRouter, simulator: simulatorRouter, understanding: understandingRouter });
export type ApiRouter = typeof apiRouter;
