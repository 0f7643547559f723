import { graphErrors } from './graph-errors';
import { type GraphAnswer, type GraphApi, type GraphCall, type GraphRoute, refusal } from './graph-route';

/** The account's numbers, and whether our app gets its webhooks. */
export const numbersRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: /^(\d+)$/, answer: tellNumber },
  { method: 'GET', path: /^(\d+)\/subscribed_apps$/, answer: listApps },
  { method: 'POST', path: /^(\d+)\/subscribed_apps$/, answer: subscribeApp },
];

/** Tells the fields that were asked for, and no other; a field that it does not know is refused, as there. */
function tellNumber(api: GraphApi, { ids: [id = ''], query }: GraphCall): GraphAnswer {
  if (!api.phoneNumberIds.has(id)) return refusal(api, graphErrors.unknownNumber);
  const known = api.account.fieldsOf(id);
  const asked = query.get('fields')?.split(',') ?? ['display_phone_number', 'verified_name', 'quality_rating'];
  if (asked.some((field) => !(field in known))) return refusal(api, graphErrors.unknownField);
  return json({ ...Object.fromEntries(asked.map((field) => [field, known[field]])), id });
}

function listApps({ account }: GraphApi): GraphAnswer {
  const app = {
    whatsapp_business_api_data: { id: '1234567890', link: 'https://www.facebook.com/games', name: 'Vaarta' },
  };
  return json({ data: account.isSubscribed ? [app] : [] });
}

function subscribeApp({ account }: GraphApi): GraphAnswer {
  account.isSubscribed = true;
  return json({ success: true });
}

function json(value: object): GraphAnswer {
  return { status: 200, body: JSON.stringify(value) };
}
