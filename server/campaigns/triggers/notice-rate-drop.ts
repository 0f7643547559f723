import { closeAlert, raiseAlert } from '../../alerts/store';
import { type FactsVersionView, readFactsHistory } from '../../facts/read-history';
import { isAnsweredSince, isToldSince } from './store';

const DAY_MS = 86_400_000;
/** What is older is no news any more. */
const NEWS_DAYS = 14;

const alert = { channel: 'whatsapp', account: '', code: 'market.unanswered' } as const;

/**
 * Says that the interest was lowered and those who asked when it was higher have not been told; once for each time. Closes
 * that when a campaign answers it, when the interest is raised again, and after two weeks.
 */
export async function noticeRateDrop(nowMs: number): Promise<void> {
  const drop = (await readFactsHistory()).flatMap(rateChangeOf)[0];
  const isNews = drop !== undefined && drop.to < drop.from && nowMs - drop.sinceMs < NEWS_DAYS * DAY_MS;
  if (!isNews || (await isAnsweredSince('interest_rate_drop', drop.sinceMs))) {
    await closeAlert(alert);
    return;
  }
  if (await isToldSince(alert.code, drop.sinceMs)) return;
  const what = `The interest now begins at ${drop.to}% instead of ${drop.from}%.`;
  const advice = 'Those who asked when it was higher have not been told: see Settings, Product facts.';
  await raiseAlert({ ...alert, severity: 'information', detail: `${what} ${advice}` });
}

function rateChangeOf({ changes, createdAt }: FactsVersionView) {
  return changes.flatMap(({ name, from, to }) =>
    name === 'rate_min' && typeof from === 'number' && typeof to === 'number'
      ? [{ from, to, sinceMs: Date.parse(createdAt) }]
      : [],
  );
}
