import type { Session } from '@/flows/schema/session';
import type { ChannelId } from '../channels/channel';
import { type PlannedPerson, planFollowUp } from '../followups/plan/plan-follow-up';
import { UPLOAD_LINK_HOURS } from '../uploads/upload-address';
import { derivedId } from './ids';
import type { ConsentRow, FollowUpRow, HandoverRow, TurnReplanning, UploadLinkRow } from './turn-commit';
import type { TurnRun, TurnWorld, WorkContact } from './turn-work';
import { isUnsure } from './unsure';

/** What a turn's consents say, in order; each is recorded for ever. */
export function consentRows(runs: readonly TurnRun[], channel: ChannelId): ConsentRow[] {
  return runs.flatMap((run) =>
    run.events.flatMap((event): ConsentRow[] => {
      if (event.type !== 'consent.given' && event.type !== 'consent.withdrawn') return [];
      return [
        {
          purpose: event.purpose,
          status: event.type === 'consent.given' ? 'given' : 'withdrawn',
          noticeVersion: event.type === 'consent.given' ? event.noticeVersion : null,
          language: run.session.language,
          channel,
          turnId: run.id,
          messageId: event.messageId,
          at: new Date(run.nowMs).toISOString(),
        },
      ];
    }),
  );
}

/** The follow-up that a turn asked for, planned; of several the last one, since one contact has one plan. */
export function followUpRow(
  runs: readonly TurnRun[],
  contact: WorkContact,
  world: Pick<TurnWorld, 'followUps' | 'outreach'>,
): FollowUpRow | null {
  const last = lastRequest(runs);
  if (!last) return null;
  const { run, event } = last;
  const { reason, summary, state: stateId } = event;
  if (reason === 'silence' && !world.followUps.remindsAfterSilence) return null;
  const request = {
    reason,
    wantedMs: Date.parse(event.dueAt),
    saidBy: reason === 'named_time' ? 'customer' : 'flow',
    person: plannedPerson(contact, run.session),
    nowMs: run.nowMs,
  } as const;
  const plan = planFollowUp(request, world);
  if (!plan) return null;
  const { wantedMs, dueMs, steps } = plan;
  const at = { wantedAt: new Date(wantedMs).toISOString(), dueAt: new Date(dueMs).toISOString(), steps };
  const place = { id: derivedId('followUp', run.id), sessionId: run.session.id, turnId: run.id, stateId };
  return { ...place, ...at, reason, summary, origin: 'flow', author: null, authorId: null, text: null };
}

function lastRequest(runs: readonly TurnRun[]) {
  const requested = runs.flatMap((run) =>
    run.events.flatMap((event) => (event.type === 'followUp.requested' ? [{ run, event }] : [])),
  );
  return requested.at(-1);
}

/** How a plan that the turn cancels is made again; null where nobody is to be written to again. */
export function replanning(
  last: TurnRun,
  handovers: readonly HandoverRow[],
  contact: WorkContact,
  world: Pick<TurnWorld, 'followUps' | 'outreach'>,
): TurnReplanning | null {
  const { session, nowMs, id: turnId } = last;
  // What was asked for since the bot was unsure may not be made: the plan stands then.
  if (session.status === 'ended' || handovers.some(({ askedBy }) => askedBy !== 'unsure')) return null;
  const place = { turnId, sessionId: session.id, stateId: session.state };
  return { ...place, person: plannedPerson(contact, session), settings: world, nowMs };
}

function plannedPerson({ channel, replyHours, reachedAt }: WorkContact, session: Session): PlannedPerson {
  const { interest, timezone } = session;
  return { channel, timezone, interest, replyHours, reachedMs: reachedAt === null ? null : Date.parse(reachedAt) };
}

/** Whom a turn asked an officer for: the flow, the customer, or since what was said was not understood. */
export function handoverRows(runs: readonly TurnRun[]): HandoverRow[] {
  const asked = askedFor(runs);
  const unsure = asked.length > 0 ? undefined : runs.find(isUnsure);
  if (!unsure) return asked;
  const { id: turnId, session } = unsure;
  const id = derivedId('handover', turnId, 'unsure');
  return [
    { id, askedBy: 'unsure', sessionId: session.id, turnId, reason: 'unsure', summary: '', stateId: session.state },
  ];
}

function askedFor(runs: readonly TurnRun[]): HandoverRow[] {
  return runs.flatMap((run) =>
    run.events.flatMap((event, index): HandoverRow[] => {
      if (event.type !== 'handover.requested') return [];
      const { reason, summary, state: stateId } = event;
      const id = derivedId('handover', run.id, index);
      const askedBy = askedByOf(runs);
      return [{ id, askedBy, sessionId: run.session.id, turnId: run.id, reason, summary, stateId }];
    }),
  );
}

function askedByOf(runs: readonly TurnRun[]): HandoverRow['askedBy'] {
  const intents = runs.flatMap(({ input }) => ('reply' in input ? (input.reply?.understanding.intent ?? []) : []));
  if (intents.includes('complaint')) return 'complaint';
  return intents.includes('talk_to_human') ? 'customer' : 'flow';
}

/** The pages for documents whose address the turn said: only those are opened. */
export function uploadLinkRows(runs: readonly TurnRun[]): UploadLinkRow[] {
  return runs.flatMap(({ events, upload, session, nowMs }): UploadLinkRow[] => {
    const isSaid = events.some(
      (event) => event.type === 'message.said' && JSON.stringify(event.content).includes(upload.url),
    );
    const at = new Date(nowMs).toISOString();
    const expiresAt = new Date(nowMs + UPLOAD_LINK_HOURS * 3_600_000).toISOString();
    return isSaid ? [{ tokenHash: upload.tokenHash, language: session.language, at, expiresAt }] : [];
  });
}
