import { expect, test } from 'vitest';
import { readReply } from '@/flows/engine/read-reply';
import { startSession } from '@/flows/engine/start-session';
import type { IncomingMessage } from '@/flows/schema/message';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { Session, Wait } from '@/flows/schema/session';
import type { TurnInput } from '@/flows/schema/turn-input';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { officeTimeOf } from '../../handovers/office-time';
import echoFlow from '../../testing/echo-flow.json';
import { embeddedReader } from '../../understanding/understand-turn';
import type { HandoverRow } from '../turn-commit';
import { timeOfChoice } from './call-choices';
import { moveCall, promiseCall, promiseNamed } from './promise-call';

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
    const expected = ['2026-11-27T14:00:00+05:30', '2026-11-28T10:00:00+05:30'];
    expect(times).toEqual(expected.map((at) => Date.parse(at)));
    const titles = content.buttons.map(({ title }) => title);
    expect(new Set(titles).size).toBe(2);
    expect(titles.join()).not.toContain('{');
    expect(titles[0]).toContain(firstTitles[language]);
  },
);

const firstTitles: Readonly<Record<string, string>> = {
  en: 'Tomorrow, 2 pm',
  hi: 'कल दोपहर 2 बजे',
  kn: 'ನಾಳೆ ಮಧ್ಯಾಹ್ನ 2',
  ta: 'நாளை மதியம் 2 மணி',
  te: 'రేపు మధ్యాహ్నం 2కి',
};

test('a time that they named is kept to, and where nobody is there then, the next one at which somebody is', () => {
  const named = (callbackAt: string) => promised(night, { callbackAt })?.at;
  expect(named('2026-11-28T15:00:00+05:30')).toBe('2026-11-28T09:30:00.000Z');
  expect(named('2026-11-28T19:00:00+05:30')).toBe('2026-11-30T04:30:00.000Z'); // Saturday evening: on Monday
});

const named = {
  slot: 'callback_at',
  value: '2026-11-27T16:00:00+05:30',
  previous: null,
  messageId: 'm',
  span: null,
  confidence: 1,
} as const;
const said = { id: 'm', at: night, content: { type: 'text', text: 'tomorrow 4 pm' } } as const;
const tap = (id: string) => ({ id: 'm', at: night, content: { type: 'choice', id, title: 'Tomorrow, 4 pm' } }) as const;

test.each(Object.keys(languages))(
  'who names an hour of a holiday is told in %s that it is closed then, and no office hours that the hour lies in',
  (language) => {
    const holidays = [{ date: '2026-11-27', name: 'Festival' }];
    const place = { session: begun(language), nowMs: Date.parse(night) };
    const festive = { ...world, office: officeTimeOf(defaultProductFacts, { holidays }) };
    const { at, words } = promiseNamed(Date.parse(named.value), place, festive);
    expect(at).toBe('2026-11-28T04:30:00.000Z');
    expect(words.map(({ textKey }) => textKey)).toEqual(['runtime/officerCallsInHours']);
    expect(JSON.stringify(words)).not.toContain('18:00');
  },
);

test('a time that is named later moves the promise, when there is one', () => {
  const events = [{ type: 'slot.filled', source: 'customer', ...named }] as const;
  const turn = { ...turnOf([said]), events };
  const moved = moveCall(turn, { handover: 'requested', promisedAt: '2026-11-27T04:30:00.000Z' }, world);
  expect(moved?.at).toBe('2026-11-27T10:30:00.000Z');
  expect(moved?.words[0]?.textKey).toBe('runtime/officerCalls');
  expect(moveCall(turn, { handover: 'requested', promisedAt: null }, world)).toBeNull();
  expect(moveCall(turn, { handover: 'taken', promisedAt: '2026-11-27T04:30:00.000Z' }, world)).toBeNull();
});

test('a time that the flow asked for or offered leaves the promise alone; one that we offered moves it in a turn too', () => {
  const events = [{ type: 'slot.filled', source: 'customer', ...named }] as const;
  const standing = { handover: 'requested', promisedAt: '2026-11-27T04:30:00.000Z' } as const;
  const move = (turn: Partial<ReturnType<typeof turnOf>>) =>
    moveCall({ ...turnOf([said]), ...turn, events }, standing, world);
  const wait: Wait = { type: 'reply', id: 'w', expects: ['callback_at'], choices: [], deadlineAt: null };
  expect(move({ before: { ...begun('en'), wait } })).toBeNull();
  expect(move({ before: { ...begun('en'), wait: { ...wait, expects: ['visit_at'] } } })).toBeNull();
  const choices = [{ id: 'echo/later', title: said.content.text }];
  expect(move({ before: { ...begun('en'), wait: { ...wait, expects: [], choices } } })).toBeNull();
  expect(move(turnOf([tap('echo/tomorrow')]))).toBeNull();
  expect(move(turnOf([tap('runtime/call/2026-11-26T10:00:00.000Z')]))).toBeNull();
  const offered = { ...tap('runtime/call/2026-11-28T04:30:00.000Z'), id: 'another' };
  expect(move(turnOf([offered, said]))?.at).toBe('2026-11-28T04:30:00.000Z');
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

/** A turn that took in these messages. */
function turnOf(messages: readonly IncomingMessage[]) {
  const session = begun('en');
  const nowMs = Date.parse(night);
  const input: TurnInput = { type: 'replied', reply: readReply(messages, session, embeddedReader(), nowMs) };
  return { before: session, input, session, nowMs };
}

function begun(language: string): Session {
  const parsed = parseFlow(echoFlow);
  if (!parsed.ok) throw new Error('The test flow can be read.');
  const who = { id: 's', contactId: 'c', flowVersion: 1, language: 'en', timezone: 'Asia/Kolkata' };
  return { ...startSession({ ...who, flow: parsed.flow, nowMs: Date.parse(night) }), language };
}
