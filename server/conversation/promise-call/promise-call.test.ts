import { expect, test } from 'vitest';
import { startSession } from '@/flows/engine/start-session';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { Session } from '@/flows/schema/session';
import { visibleLength, whatsAppLimits } from '@/flows/schema/whatsapp-limits';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { officeTimeOf } from '../../handovers/office-time';
import echoFlow from '../../testing/echo-flow.json';
import type { HandoverRow } from '../turn-commit';
import { timeOfChoice } from './call-choices';
import { moveCall, promiseCall } from './promise-call';

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

test.each(Object.keys(languages))(
  'at night a customer is told in %s when an officer calls, and other times',
  (language) => {
    const promise = promised(night, { language });
    expect(promise?.at).toBe('2026-11-27T04:30:00.000Z');
    const content = promise?.words[0]?.content;
    if (content?.type !== 'buttons') throw new Error('There are times to choose from.');
    expect(content.text).toMatch(/10[:.]?(00)?/);
    expect(content.text).not.toContain('{');
    const times = content.buttons.map(({ id }) => timeOfChoice(id));
    const expected = ['2026-11-27T10:00:00+05:30', '2026-11-27T14:00:00+05:30', '2026-11-28T10:00:00+05:30'];
    expect(times).toEqual(expected.map((at) => Date.parse(at)));
    const titles = content.buttons.map(({ title }) => title);
    expect(new Set(titles).size).toBe(3);
    expect(titles.join()).not.toContain('{');
    for (const title of titles) expect(visibleLength(title)).toBeLessThanOrEqual(whatsAppLimits.buttonTitle);
    expect(titles[0]).toContain(firstTitles[language]);
  },
);

const firstTitles: Readonly<Record<string, string>> = {
  en: 'Tomorrow, 10 am',
  hi: 'कल सुबह 10 बजे',
  kn: 'ನಾಳೆ ಬೆಳಿಗ್ಗೆ 10',
  ta: 'நாளை காலை 10 மணி',
  te: 'రేపు ఉదయం 10',
};

test('a time that they named is kept to, and where nobody is there then, the next one at which somebody is', () => {
  const named = (callbackAt: string) => promised(night, { callbackAt })?.at;
  expect(named('2026-11-28T15:00:00+05:30')).toBe('2026-11-28T09:30:00.000Z');
  expect(named('2026-11-28T19:00:00+05:30')).toBe('2026-11-30T04:30:00.000Z'); // Saturday evening: on Monday
});

test('a time that is named later moves the promise, when there is one', () => {
  const at = '2026-11-27T16:00:00+05:30';
  const named = { slot: 'callback_at', value: at, previous: null, messageId: null, span: null, confidence: 1 } as const;
  const events = [{ type: 'slot.filled', source: 'customer', ...named }] as const;
  const turn = { session: begun('en'), nowMs: Date.parse(night), events };
  const moved = moveCall(turn, { handover: 'requested', promisedAt: '2026-11-27T04:30:00.000Z' }, world);
  expect(moved?.at).toBe('2026-11-27T10:30:00.000Z');
  expect(moved?.words[0]?.textKey).toBe('runtime/officerCalls');
  expect(moveCall(turn, { handover: 'requested', promisedAt: null }, world)).toBeNull();
  expect(moveCall(turn, { handover: 'taken', promisedAt: '2026-11-27T04:30:00.000Z' }, world)).toBeNull();
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
  const fact = { confidence: 1, messageId: null, span: null, language: null, history: [], confirmed: false, at };
  const slots: Session['slots'] = callbackAt ? { callback_at: { ...fact, value: callbackAt, source: 'customer' } } : {};
  const session = { ...begun(language), slots };
  return promiseCall(handovers, { session, nowMs }, { channel: 'whatsapp', handover }, world);
}

function begun(language: string): Session {
  const parsed = parseFlow(echoFlow);
  if (!parsed.ok) throw new Error('The test flow can be read.');
  const who = { id: 's', contactId: 'c', flowVersion: 1, language: 'en', timezone: 'Asia/Kolkata' };
  return { ...startSession({ ...who, flow: parsed.flow, nowMs: Date.parse(night) }), language };
}
