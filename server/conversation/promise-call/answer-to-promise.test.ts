import { expect, test } from 'vitest';
import { startSession } from '@/flows/engine/start-session';
import { renderMessages } from '@/flows/rendering/render-messages';
import type { IncomingContent, OutgoingContent } from '@/flows/schema/message';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { Wait } from '@/flows/schema/session';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { officeTimeOf } from '../../handovers/office-time';
import echoFlow from '../../testing/echo-flow.json';
import type { TurnWork } from '../turn-work';
import { answerToPromise } from './answer-to-promise';

const night = '2026-11-26T21:30:00+05:30';
const asked: Wait = { type: 'reply', id: 'w', expects: [], choices: [], deadlineAt: null };
const tomorrow = { id: 'echo/tomorrow', title: 'Tomorrow' };

test('a time that is written or tapped moves the promise, and takes back a follow-up that was planned', () => {
  expect(movedTo(text('Tomorrow 11 am'))).toBe('2026-11-27T05:30:00.000Z');
  expect(movedTo(text('Tomorrow 11 am'), { ...asked, expects: ['property_location'] })).toBe(
    '2026-11-27T05:30:00.000Z',
  );
  expect(movedTo(text('Tomorrow'), { ...asked, choices: [{ id: 'echo/go', title: 'Go on' }] })).toBeDefined();
  expect(movedTo(tap('runtime/call/2026-11-28T04:30:00.000Z', 'Saturday, 10 am'))).toBe('2026-11-28T04:30:00.000Z');
  expect(movedTo(text('Call me tomorrow at 11'), { ...asked, expects: ['visit_at'] })).toBe('2026-11-27T05:30:00.000Z');
  expect(commitFor(text('Tomorrow 11 am'))?.cancelsFollowUps).toBe(true);
});

test.each<[string, IncomingContent, Wait]>([
  ['a tap on a button of the flow', tap('echo/tomorrow', 'Tomorrow'), asked],
  ['a tap on an old offer that is over', tap('runtime/call/2026-11-24T04:30:00.000Z', 'Tomorrow, 10 am'), asked],
  ['the words on a button of the flow', text('tomorrow'), { ...asked, choices: [tomorrow] }],
  ['what the flow asked about time', text('Tomorrow 11 am'), { ...asked, expects: ['callback_at'] }],
  ['what an author’s own question may have asked', text('Tomorrow 11 am'), { ...asked, expects: ['visit_at'] }],
  ['what answers the question', text('call me after 6 months'), { ...asked, expects: ['tenure_months'] }],
])('%s is for the flow', (_what, content, wait) => {
  expect(commitFor(content, wait)).toBeUndefined();
});

function movedTo(content: IncomingContent, wait: Wait = asked) {
  return commitFor(content, wait)?.promisedAt;
}

function commitFor(content: IncomingContent, wait: Wait = asked) {
  const parsed = parseFlow(echoFlow);
  if (!parsed.ok) throw new Error('The test flow can be read.');
  const nowMs = Date.parse(night);
  const who = { language: 'en', timezone: 'Asia/Kolkata' };
  const begun = startSession({ id: 's', contactId: 'c', flow: parsed.flow, flowVersion: 1, nowMs, ...who });
  const payload = { messageId: 'm', content };
  const entry = { id: '1', kind: 'message', occurredAt: night, receivedAt: night, payload, file: null } as const;
  const contact = { ...who, id: 'c', channel: 'whatsapp', optedOutAt: null, reachedAt: null, entry: null } as const;
  const work: TurnWork = {
    contact: { ...contact, replyHours: [], handover: 'requested', promisedAt: '2026-11-27T04:30:00.000Z' },
    session: null,
    lastFlow: null,
    entries: [entry],
    more: false,
  };
  const world = {
    nowMs: () => nowMs,
    render: (_: string, content: OutgoingContent) => renderMessages(content),
    office: officeTimeOf(defaultProductFacts, { holidays: [] }),
    packs: languages,
    facts: defaultProductFacts,
  };
  const claim = { contactId: 'c', fence: '1', claims: 1, failures: 0 };
  return answerToPromise(claim, work, world, { ...begun, wait }, [entry]);
}

function text(words: string): IncomingContent {
  return { type: 'text', text: words };
}

function tap(id: string, title: string): IncomingContent {
  return { type: 'choice', id, title };
}
