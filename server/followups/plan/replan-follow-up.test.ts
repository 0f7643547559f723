import { expect, test } from 'vitest';
import { defaultOutreachSettings } from '../../outreach/outreach-settings';
import { defaultFollowUpSettings } from '../settings/follow-up-settings';
import { type CancelledPlan, replanFollowUp } from './replan-follow-up';

const nowMs = Date.parse('2026-11-24T11:00:00+05:30');

test('a time that was named and is still to come stands', () => {
  const wantedMs = Date.parse('2026-11-25T16:00:00+05:30');
  expect(replan({ reason: 'named_time', wantedMs })).toEqual({
    reason: 'named_time',
    wantedMs,
    dueMs: wantedMs,
    steps: [{ code: 'time.kept' }],
  });
  expect(replan({ reason: 'officer', wantedMs })).toMatchObject({ reason: 'officer', dueMs: wantedMs });
});

test.each<[string, CancelledPlan]>([
  ['a time that is over or about to come', { reason: 'named_time', wantedMs: nowMs + 1_800_000 }],
  ['a rule', { reason: 'not_interested', wantedMs: nowMs + 60 * 86_400_000 }],
])('in the place of %s comes that of a conversation that fell silent', (_what, cancelled) => {
  expect(replan(cancelled)).toMatchObject({
    reason: 'undecided',
    dueMs: Date.parse('2026-12-24T11:00:00+05:30'),
    steps: [{ code: 'time.rule', days: 30 }],
  });
});

function replan(cancelled: CancelledPlan) {
  return replanFollowUp(cancelled, {
    person: { channel: 'whatsapp', timezone: 'Asia/Kolkata', interest: 0.5, replyHours: [], reachedMs: null },
    settings: { followUps: defaultFollowUpSettings, outreach: defaultOutreachSettings },
    nowMs,
  });
}
