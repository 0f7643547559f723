import type { PoolClient } from 'pg';
import { readRates } from '../../costs/rates/store';
import { inTransaction } from '../../db/transaction';
import { ring } from '../../inbox/bells';
import { readOutreachSettings } from '../../outreach/store';
import { readApprovedLanguages } from '../../templates/approved/store';
import { moveCampaign } from '../life/store';
import { takeBack } from '../settle/store';
import { lockCampaign, type PauseReason, type StoredCampaign } from '../store';
import { createBudget } from './budget';
import { campaignDay } from './campaign-day';
import { type BatchWorld, queueRecipients } from './queue-recipients';
import { type Room, roomFor } from './room';
import {
  countOutstanding,
  keepAlive,
  nextDueMs,
  pickDue,
  readTemplateStates,
  readThroughput,
  readUsedUp,
  writeNext,
} from './store';

/** What one batch did, and when there may be more to do; null when the campaign does not go on by itself. */
export type Batch = { readonly enqueued: number; readonly againMs: number | null };

/**
 * Puts the next people of a running campaign into the outbox, as far as there is room, in one transaction: it happened for
 * all of them or for none. May run at any time and on several machines at once. `againMs` is in milliseconds from now.
 */
export async function runBatch(campaignId: string, nowMs: number): Promise<Batch> {
  const [settings, rates, approved] = await Promise.all([readOutreachSettings(), readRates(), readApprovedLanguages()]);
  const batch = await inTransaction(async (client) => {
    const campaign = await lockCampaign(client, campaignId);
    if (campaign?.status !== 'running') return over;
    return runLocked(client, campaign, { nowMs, settings, rates, approved });
  });
  if (batch.enqueued > 0) ring('outbox');
  return batch;
}

const over: Batch = { enqueued: 0, againMs: null };
/** Who is due and was not picked is in a turn of their conversation: it takes no longer than this. */
const leastRestMs = 100;
/** How long the last messages of a campaign may take to be settled before it is asked again. */
const lastOnesMs = 1_000;
/** Where there is room for a few only, so many are looked at: most of them may have to be left out or put off. */
const leastLook = 100;
/** A sweep takes a campaign for left alone so long after it should have been worked on. */
const graceMs = 15_000;

type World = Omit<BatchWorld, 'budget' | 'templates' | 'most'> & {
  readonly rates: Parameters<typeof createBudget>[0]['rates'];
};

async function runLocked(client: PoolClient, campaign: StoredCampaign, world: World): Promise<Batch> {
  const { id, plan, channel } = campaign;
  const { nowMs, rates } = world;
  const day = campaignDay(nowMs);
  const outstanding = await countOutstanding(client, id);
  const used = await readUsedUp(client, campaign, new Date(day.fromMs).toISOString());
  const standing = {
    ...used,
    outstanding,
    throughput: await readThroughput(client),
    tomorrowMs: day.untilMs,
  };
  const room = roomFor(plan.schedule, standing, nowMs);
  const look = room.most === 0 ? 0 : Math.max(room.most, leastLook);
  const due = await pickDue(client, id, { now: new Date(nowMs).toISOString(), most: look });
  if (due.length === 0) return rest(client, campaign, { nowMs, outstanding, room });
  const templates = await readTemplateStates(client, [...new Set(due.map(({ content }) => content.name))]);
  const budgetInr = channel === 'simulator' ? null : plan.schedule.budgetInr;
  const budget = createBudget({ budgetInr, rates, templates, messages: used.messages, day: day.date });
  const { enqueued, stop } = await queueRecipients(client, campaign, due, {
    ...world,
    budget,
    templates,
    most: room.most,
  });
  const nextMs = room.nextAfter(enqueued);
  if (nextMs !== null && enqueued > 0) await writeNext(client, id, nextMs);
  if (stop) return pause(client, campaign, stop, enqueued);
  const againMs = enqueued < room.most ? 0 : Math.max(0, room.againAfter(enqueued) - nowMs);
  return goOn(client, id, { enqueued, againMs });
}

type Rest = {
  readonly nowMs: number;
  readonly outstanding: number;
  readonly room: Room;
};

/** Nobody was to be queued: the campaign waits for room, for the next one's time, for the last messages, or is over. */
async function rest(client: PoolClient, { id }: StoredCampaign, state: Rest): Promise<Batch> {
  const { nowMs, outstanding, room } = state;
  const dueMs = await nextDueMs(client, id);
  if (dueMs === null && outstanding === 0) {
    await moveCampaign(client, id, ['running'], { to: 'done' });
    return over;
  }
  const nextMs = Math.max(dueMs ?? 0, room.most === 0 ? room.againAfter(0) : 0);
  const lookMs = outstanding > 0 ? Math.min(nextMs || Number.POSITIVE_INFINITY, nowMs + lastOnesMs) : nextMs;
  return goOn(client, id, { enqueued: 0, againMs: Math.max(leastRestMs, lookMs - nowMs) });
}

async function goOn(client: PoolClient, id: string, batch: Batch & { readonly againMs: number }): Promise<Batch> {
  await keepAlive(client, id, Math.min(batch.againMs, 60_000) + graceMs);
  return batch;
}

async function pause(
  client: PoolClient,
  { id }: StoredCampaign,
  reason: PauseReason,
  enqueued: number,
): Promise<Batch> {
  await moveCampaign(client, id, ['running'], { to: 'paused', reason });
  if (reason !== 'budget.reached') await takeBack(client, id, 'campaign.paused');
  return { enqueued, againMs: null };
}
