import { expect, test } from 'vitest';
import { outreachSettings } from '../../outreach/outreach-settings';
import { judgeSettled } from './judge-settled';
import type { SettledRecipient } from './store';

const settings = outreachSettings.parse({});
/** Thursday, 18:30 in India: closed since half an hour. */
const nowMs = Date.parse('2027-03-25T18:30:00+05:30');
const base = { contactId: 'asha', timezone: 'Asia/Kolkata', code: null, at: '2027-03-25 13:00:00+00' } as const;

function judge(settled: Partial<SettledRecipient>, status: 'running' | 'paused' | 'cancelled' = 'running') {
  return judgeSettled({ ...base, send: 'accepted', ...settled }, { status, settings, nowMs });
}

test.each(['accepted', 'unknown', null] as const)('what is %s is never sent again', (send) => {
  expect(judge({ send })).toMatchObject({ status: 'queued', code: null });
});

test('whose hours were over gets theirs in the next ones', () => {
  expect(judge({ send: 'cancelled', code: 'hours.closed' })).toMatchObject({
    status: 'pending',
    dueAt: new Date('2027-03-26T10:00:00+05:30').toISOString(),
  });
});

test('what was taken back, or met a template that is stopped, comes again once the campaign goes on', () => {
  expect(judge({ send: 'cancelled', code: 'campaign.paused' }, 'paused')).toMatchObject({ status: 'pending' });
  expect(judge({ send: 'rejected', code: 'template.paused' })).toMatchObject({ status: 'pending' });
});

test('in a cancelled campaign nothing comes again', () => {
  for (const code of ['hours.closed', 'campaign.cancelled', 'campaign.paused']) {
    expect(judge({ send: 'cancelled', code }, 'cancelled')).toMatchObject({ status: 'cancelled', code });
  }
});

test('who stopped us at the last moment is left out, and what WhatsApp refused has failed', () => {
  expect(judge({ send: 'cancelled', code: 'contact.optedOut' })).toMatchObject({
    status: 'excluded',
    code: 'contact.optedOut',
  });
  expect(judge({ send: 'rejected', code: 'contact.unreachable' })).toMatchObject({
    status: 'queued',
    code: 'contact.unreachable',
  });
});
