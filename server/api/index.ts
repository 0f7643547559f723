import { router } from './procedures';
import { flowsRouter } from './routers/flows';
import { simulatorRouter } from './routers/simulator';

/** The studio's interface, one router for each subject. */
export const apiRouter = router({ flows: flowsRouter, simulator: simulatorRouter });
export type ApiRouter = typeof apiRouter;
