import { expect, test } from 'vitest';
import { startSession } from '@/flows/engine/start-session';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { Session } from '@/flows/schema/session';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { officeTimeOf } from '../handovers/office-time';
import echoFlow from '../testing/echo-flow.json';
import { promiseCall } from './promise-call';
import type { HandoverRow } from './turn-commit';

const office = officeTimeOf(defaultProductFacts, { holidays: [] });
const world = { office, packs: languages, facts: defaultProductFacts };
const asked: HandoverRow = {
  id: 'h',
  askedBy: 'customer',
  sessionId: 's',
  turnId: 't',
  reason: 'customer_asked',
  summary: '',
  stateId: 'asking',
};
const night = '2026-11-26T21:30:00+05:30';

test.each(Object.keys(languages))('at night a customer is told in %s when an officer calls', (language) => {
  const promise = promised(night, { language });
  expect(promise?.at).toBe('2026-11-27T04:30:00.000Z');
  const content = promise?.words[0]?.content;
  expect(content?.type === 'text' ? content.text : '').toMatch(/10[:.]?(00)?/);
  expect(JSON.stringify(content)).not.toContain('{{');
});

test('a time that they named is kept to', () => {
  const promise = promised(night, { callbackAt: '2026-11-28T15:00:00+05:30' });
  expect(promise?.at).toBe('2026-11-28T09:30:00.000Z');
});

test('nothing is promised by day, when it was before, or to who was only not understood', () => {
  expect(promised('2026-11-26T12:00:00+05:30')).toBeNull();
  expect(promised(night, { handover: 'requested' })).toBeNull();
  expect(promised(night, { handovers: [{ ...asked, askedBy: 'unsure' }] })).toBeNull();
});

function promised(
  at: string,
  {
    language = 'en',
    callbackAt,
    handover = null,
    handovers = [asked],
  }: {
    readonly language?: string;
    readonly callbackAt?: string;
    readonly handover?: 'requested' | null;
    readonly handovers?: readonly HandoverRow[];
  } = {},
) {
  const nowMs = Date.parse(at);
  const parsed = parseFlow(echoFlow);
  if (!parsed.ok) throw new Error('The test flow can be read.');
  const who = { id: 's', contactId: 'c', flowVersion: 1, language: 'en', timezone: 'Asia/Kolkata', nowMs };
  const fact = { confidence: 1, messageId: null, span: null, language: null, history: [], confirmed: false, at };
  const slots: Session['slots'] = callbackAt ? { callback_at: { ...fact, value: callbackAt, source: 'customer' } } : {};
  const session = { ...startSession({ ...who, flow: parsed.flow }), language, slots };
  return promiseCall(handovers, { session, nowMs }, { channel: 'whatsapp', handover }, world);
}
