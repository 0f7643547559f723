import { router } from './procedures';
import { costsRouter } from './routers/costs';
import { draftsRouter } from './routers/drafts';
import { flowsRouter } from './routers/flows';
import { liveRouter } from './routers/live';
import { outboxRouter } from './routers/outbox';
import { scenariosRouter } from './routers/scenarios';
import { simulatorRouter } from './routers/simulator';
import { speechRouter } from './routers/speech';
import { templatesRouter } from './routers/templates';
import { understandingRouter } from './routers/understanding';
import { versionsRouter } from './routers/versions';
import { whatsappRouter } from './routers/whatsapp';

/** The studio's interface, one router for each subject. */
export const apiRouter = router({
  costs: costsRouter,
  drafts: draftsRouter,
  flows: flowsRouter,
  live: liveRouter,
  outbox: outboxRouter,
  scenarios: scenariosRouter,
  simulator: simulatorRouter,
  speech: speechRouter,
  templates: templatesRouter,
  understanding: understandingRouter,
  versions: versionsRouter,
  whatsapp: whatsappRouter,
});
export type ApiRouter = typeof apiRouter;
