import { router } from './procedures';
import { accountRouter } from './routers/account';
import { analyticsRouter } from './routers/analytics';
import { audienceRouter } from './routers/audience';
import { auditRouter } from './routers/audit';
import { campaignsRouter } from './routers/campaigns';
import { cannedRouter, conversationsRouter } from './routers/conversations';
import { costsRouter } from './routers/costs';
import { draftsRouter } from './routers/drafts';
import { factsRouter } from './routers/facts';
import { flowsRouter } from './routers/flows';
import { followUpsRouter } from './routers/follow-ups';
import { handoversRouter } from './routers/handovers';
import { jobsRouter } from './routers/jobs';
import { leadsRouter } from './routers/leads';
import { liveRouter } from './routers/live';
import { notesRouter } from './routers/notes';
import { outboxRouter } from './routers/outbox';
import { peopleRouter } from './routers/people';
import { privacyRouter } from './routers/privacy';
import { retentionRouter } from './routers/retention';
import { sampleRouter } from './routers/sample';
import { scenariosRouter } from './routers/scenarios';
import { simulatorRouter } from './routers/simulator';
import { speechRouter } from './routers/speech';
import { tasksRouter } from './routers/tasks';
import { templatesRouter } from './routers/templates';
import { understandingRouter } from './routers/understanding';
import { versionsRouter } from './routers/versions';
import { viewsRouter } from './routers/views';
import { whatsappRouter } from './routers/whatsapp';

/** The studio's interface, one router for each subject. */
export const apiRouter = router({
  account: accountRouter,
  analytics: analyticsRouter,
  audience: audienceRouter,
  audit: auditRouter,
  campaigns: campaignsRouter,
  canned: cannedRouter,
  conversations: conversationsRouter,
  costs: costsRouter,
  drafts: draftsRouter,
  facts: factsRouter,
  flows: flowsRouter,
  handovers: handoversRouter,
  jobs: jobsRouter,
  leads: leadsRouter,
  followUps: followUpsRouter,
  live: liveRouter,
  notes: notesRouter,
  outbox: outboxRouter,
  people: peopleRouter,
  privacy: privacyRouter,
  retention: retentionRouter,
  sample: sampleRouter,
  scenarios: scenariosRouter,
  simulator: simulatorRouter,
  speech: speechRouter,
  tasks: tasksRouter,
  templates: templatesRouter,
  understanding: understandingRouter,
  versions: versionsRouter,
  views: viewsRouter,
  whatsapp: whatsappRouter,
});
export type ApiRouter = typeof apiRouter;
