import { getEnv, publicAddress, whatsAppCredentials } from '../env';
import { countOpened, type KnownNumber, readNumbers } from './store';

/** How WhatsApp is connected: what is set (never its value), and how each number stands. */
export type Overview = {
  readonly isConfigured: boolean;
  readonly variables: readonly { readonly name: string; readonly isSet: boolean }[];
  /** What is to be entered at Meta; null without PUBLIC_URL. */
  readonly callbackUrl: string | null;
  readonly canSubscribe: boolean;
  readonly numbers: readonly KnownNumber[];
  /** How many people were written to first in the last 24 hours, from all numbers. */
  readonly openedToday: number;
};

export async function readOverview(): Promise<Overview> {
  const env = getEnv();
  const publicUrl = publicAddress(env);
  const phoneNumberIds = whatsAppCredentials(env)?.phoneNumberIds ?? [];
  const [known, openedToday] = await Promise.all([readNumbers(phoneNumberIds), countOpened()]);
  return {
    isConfigured: phoneNumberIds.length > 0,
    variables: variableNames.map((name) => ({
      name,
      isSet: (name === 'PUBLIC_URL' ? publicUrl : env[name]) !== undefined,
    })),
    callbackUrl: publicUrl === undefined ? null : `${publicUrl}/api/webhooks/whatsapp`,
    canSubscribe: phoneNumberIds.length > 0 && env.WHATSAPP_BUSINESS_ACCOUNT_ID !== undefined,
    numbers: phoneNumberIds.map((id) => known.find(({ phoneNumberId }) => phoneNumberId === id) ?? unchecked(id)),
    openedToday,
  };
}

const variableNames = [
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'WHATSAPP_BUSINESS_ACCOUNT_ID',
  'PUBLIC_URL',
] as const;

/** What the outbox goes by until WhatsApp was asked. */
function unchecked(phoneNumberId: string): KnownNumber {
  const unknown = { displayNumber: null, name: null, quality: null, contactsPerDay: null, checkedAt: null };
  return { phoneNumberId, ...unknown, throughput: 80, checks: [] };
}
