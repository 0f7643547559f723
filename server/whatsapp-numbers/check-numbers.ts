import { fetchNumber, fetchSubscription } from '../channels/whatsapp/numbers-api';
import { getEnv, publicAddress } from '../env';
import { readLastSignatures } from '../inbox/receipts/store';
import { configuredChannels } from '../start/configured-channels';
import { contactsPerDayOf, judgeNumber, throughputOf } from './judge-number';
import { type CheckedNumber, writeNumber } from './store';

/** Asks WhatsApp how our numbers stand and keeps it; the outbox paces by what is kept. Without WhatsApp it does nothing. */
export async function checkNumbers(): Promise<void> {
  const { whatsapp } = configuredChannels();
  if (!whatsapp) return;
  const env = getEnv();
  const businessAccountId = env.WHATSAPP_BUSINESS_ACCOUNT_ID;
  const publicUrl = publicAddress(env);
  const subscription = businessAccountId ? await fetchSubscription(whatsapp, businessAccountId) : null;
  const signatures = await readLastSignatures();
  for (const phoneNumberId of whatsapp.phoneNumberIds) {
    const number = await fetchNumber(whatsapp, phoneNumberId);
    const checks = judgeNumber({ number, subscription, signatures, publicUrl });
    await writeNumber({ phoneNumberId, checks, ...(number.ok ? factsOf(number.facts) : {}) });
  }
}

function factsOf(facts: Parameters<typeof throughputOf>[0]): Omit<CheckedNumber, 'phoneNumberId' | 'checks'> {
  const { displayNumber, name, quality } = facts;
  return {
    displayNumber,
    name,
    quality,
    throughput: throughputOf(facts),
    contactsPerDay: contactsPerDayOf(facts),
  };
}
