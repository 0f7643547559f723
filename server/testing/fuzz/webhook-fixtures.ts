import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export type Json = z.infer<ReturnType<typeof z.json>>;

/** A recorded webhook and each of its entries, as text; one without entries counts as one of nothing. */
export type WebhookFixture = { readonly text: string; readonly entries: readonly string[] };

/** Every webhook that the parser's tests know, in a lasting order, so that a seed means the same everywhere. */
export function readWebhookFixtures(): readonly WebhookFixture[] {
  const folder = fileURLToPath(new URL('../../channels/whatsapp/testdata/', import.meta.url));
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const { webhook } = fixture.parse(JSON.parse(readFileSync(folder + file, 'utf8')));
      const entries = webhook.entry.length > 0 ? webhook.entry : [null];
      return { text: JSON.stringify(webhook), entries: entries.map((entry) => JSON.stringify(entry)) };
    });
}

export function webhookOf(entry: Json[]): { object: string; entry: Json[] } {
  return { object: 'whatsapp_business_account', entry };
}

/** Our numbers in the fixtures. */
export const phoneNumberIds = ['220011002200110', '220011002200120'] as const;

const fixture = z.object({ webhook: z.looseObject({ entry: z.array(z.json()).catch([]) }) });
