import { z } from 'zod';
import { dismissAlert, readOpenAlerts } from '../../alerts/store';
import { subscribe } from '../../channels/whatsapp/numbers-api';
import { getEnv } from '../../env';
import { KnownError } from '../../errors';
import { readReceipts } from '../../inbox/receipts/store';
import { readProgress } from '../../outbox/enqueue/store';
import { configuredChannels } from '../../start/configured-channels';
import { checkNumbers } from '../../whatsapp-numbers/check-numbers';
import { readOverview } from '../../whatsapp-numbers/read-overview';
import { sendTest } from '../../whatsapp-numbers/send-test';
import { ownerProcedure, router } from '../procedures';

const MOST_RECEIPTS = 50;

/** As people write it, with the country code; kept as E.164. */
const phone = z
  .string()
  .transform((typed) => typed.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{7,14}$/, 'Begin with + and the country code, as in +91 98450 12345.'));

/** How our numbers stand at WhatsApp, what comes from there, and a way to try it. */
export const whatsappRouter = router({
  overview: ownerProcedure.query(() => readOverview()),

  /** Asks WhatsApp now. */
  check: ownerProcedure.mutation(() => checkNumbers()),

  /** Has WhatsApp send us the account's webhooks. What WhatsApp refuses is an answer, not an error. */
  subscribe: ownerProcedure.mutation(async () => {
    const { whatsapp } = configuredChannels();
    const { WHATSAPP_BUSINESS_ACCOUNT_ID: businessAccountId } = getEnv();
    if (!whatsapp || businessAccountId === undefined) {
      throw new KnownError('channel.notConfigured', 'Put WHATSAPP_BUSINESS_ACCOUNT_ID into .env and start again.');
    }
    const answer = await subscribe(whatsapp, businessAccountId);
    if (answer.ok) await checkNumbers();
    return answer;
  }),

  sendTest: ownerProcedure
    .input(z.object({ account: z.string().regex(/^\d+$/, 'This is no phone number id.'), to: phone }))
    .mutation(({ input }) => sendTest(input)),

  /** How far a test message has come. */
  progress: ownerProcedure.input(z.object({ outboxId: z.uuid('This is no message.') })).query(async ({ input }) => {
    const progress = await readProgress(input.outboxId);
    if (!progress) throw new KnownError('record.notFound', 'There is no such message.');
    return progress;
  }),

  receipts: ownerProcedure.query(() => readReceipts(MOST_RECEIPTS)),

  alerts: ownerProcedure.query(() => readOpenAlerts()),

  dismissAlert: ownerProcedure
    .input(z.object({ id: z.string().regex(/^\d{1,18}$/, 'This is no alert.') }))
    .mutation(({ input }) => dismissAlert(input.id)),
});
