import { router } from './procedures';
import { audienceRouter } from './routers/audience';
import { campaignsRouter } from './routers/campaigns';
import { costsRouter } from './routers/costs';
import { draftsRouter } from './routers/drafts';
import { factsRouter } from './routers/facts';
import { flowsRouter } from './routers/flows';
import { followUpsRouter } from './routers/follow-ups';
import { jobsRouter } from './routers/jobs';
import { liveRouter } from './routers/live';
import { outboxRouter } from './routers/outbox';
import { retentionRouter } from './routers/retention';
import { scenariosRouter } from './routers/scenarios';
import { simulatorRouter } from './routers/simulator';
import { speechRouter } from './routers/speech';
import { templatesRouter } from './routers/templates';
import { understandingRouter } from './routers/understanding';
import { versionsRouter } from './routers/versions';
import { whatsappRouter } from './routers/whatsapp';

/** The studio's interface, one router for each subject. */
export const apiRouter = router({
  audience: audienceRouter,
  campaigns: campaignsRouter,
  costs: costsRouter,
  drafts: draftsRouter,
  facts: factsRouter,
  flows: flowsRouter,
  jobs: jobsRouter,
  followUps: followUpsRouter,
  live: liveRouter,
  outbox: outboxRouter,
  retention: retentionRouter,
  scenarios: scenariosRouter,
  simulator: simulatorRouter,
  speech: speechRouter,
  templates: templatesRouter,
  understanding: understandingRouter,
  versions: versionsRouter,
  whatsapp: whatsappRouter,
});
export type ApiRouter = typeof apiRouter;
