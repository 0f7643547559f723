import type { ChannelId } from '../channels/channel';
import { UPLOAD_LINK_HOURS } from '../uploads/upload-address';
import { derivedId } from './ids';
import type { ConsentRow, FollowUpRow, HandoverRow, UploadLinkRow } from './turn-commit';
import type { TurnRun } from './turn-work';

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

/** The follow-up that a turn asked for; of several the last one, since one contact has one plan. */
export function followUpRow(runs: readonly TurnRun[]): FollowUpRow | null {
  const requested = runs.flatMap((run) =>
    run.events.flatMap((event) => (event.type === 'followUp.requested' ? [{ run, event }] : [])),
  );
  const last = requested[requested.length - 1];
  if (!last) return null;
  const { run, event } = last;
  return {
    id: derivedId('followUp', run.id),
    sessionId: run.session.id,
    turnId: run.id,
    reason: event.reason,
    summary: event.summary,
    stateId: event.state,
    dueAt: event.dueAt,
  };
}

export function handoverRows(runs: readonly TurnRun[]): HandoverRow[] {
  return runs.flatMap((run) =>
    run.events.flatMap((event, index): HandoverRow[] => {
      if (event.type !== 'handover.requested') return [];
      const { reason, summary, state: stateId } = event;
      const id = derivedId('handover', run.id, index);
      return [{ id, sessionId: run.session.id, turnId: run.id, reason, summary, stateId }];
    }),
  );
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
