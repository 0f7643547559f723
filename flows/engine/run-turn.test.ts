import { describe, expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { addRule } from '../edit/rules';
import { type Flow, flow as flowSchema } from '../schema/flow';
import type { Intent } from '../schema/intents';
import type { IncomingContent } from '../schema/message';
import { type Session, session as sessionSchema } from '../schema/session';
import type { SlotName, SlotValue } from '../schema/slots';
import type { Reply, TurnInput } from '../schema/turn-input';
import { toBubbles } from './bubbles';
import { EXAMPLE_UPLOAD_LINK } from './env';
import { limits } from './limits';
import { runTurn, type TurnResult } from './run-turn';
import { startSession } from './start-session';
import { makeReply } from './testdata/make-reply';

const NOW_MS = Date.parse('2026-11-23T10:00:00+05:30');
const at = { x: 0, y: 0 };
const text = (en: string, kn = `${en} (kn)`) => ({ type: 'text' as const, text: { en, kn } });

describe('a turn', () => {
  it('enters the start, says what it says, and waits', () => {
    const play = new Play(house());
    play.start();
    expect(play.types()).toEqual([
      'session.started',
      'state.entered',
      'message.said',
      'message.said',
      'question.asked',
    ]);
    expect(play.said()).toEqual(['Welcome.\n\nWhich city?']);
    expect(play.session.wait).toMatchObject({ type: 'reply', expects: ['property_location', 'property_value'] });
  });

  it("hears a customer's first words before it asks anything", () => {
    const play = new Play(house());
    play.start(reply('interested', { property_location: 'Mysuru' }));
    expect(play.said()).toEqual(['Welcome.\n\nWhat is it worth?']);
  });

  it('returns the same facts for the same input', () => {
    const first = new Play(house());
    const second = new Play(house());
    for (const play of [first, second]) {
      play.start();
      play.reply('inform', { property_location: 'Mysuru' });
    }
    expect(second.last).toEqual(first.last);
  });

  it('does not change the session it was given', () => {
    const play = new Play(house());
    play.start();
    const before = JSON.stringify(play.session);
    const given = play.session;
    play.reply('inform', { property_location: 'Mysuru' });
    expect(JSON.stringify(given)).toBe(before);
  });

  it('ignores what comes after the session has ended', () => {
    const play = new Play(house());
    play.start();
    play.reply('not_interested');
    expect(play.session.status).toBe('ended');
    play.reply('greet');
    expect(play.last.events).toEqual([{ type: 'input.ignored', reason: 'session.ended' }]);
  });
});

describe('slots', () => {
  it('are not asked for when they were given ahead of time', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_location: 'Mysuru', property_value: 5_000_000 });
    expect(play.session.state).toBe('estimate');
    expect(play.said().join()).toContain('₹50,00,000 in Mysuru');
  });

  it('keep the old value as history when they are corrected', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_location: 'Mysuru' });
    play.reply('inform', { property_location: 'Hubballi' });
    expect(play.session.slots.property_location).toMatchObject({ value: 'Hubballi', history: [{ value: 'Mysuru' }] });
    expect(play.last.events).toContainEqual(
      expect.objectContaining({ type: 'slot.filled', slot: 'property_location', previous: 'Mysuru' }),
    );
  });

  it('refuse a value that is none of their choices, and a name the flow does not have', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_type: 'castle', made_up: 1, monthly_income: -5 });
    expect(play.session.slots).toEqual({});
  });

  it('carry the message and the words they were read from', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_location: 'Mysuru' });
    expect(play.session.slots.property_location).toMatchObject({
      messageId: 'm1',
      source: 'customer',
      confidence: 0.9,
    });
  });
});

describe('a digression', () => {
  it('is answered and the pending question is asked again', () => {
    const play = new Play(house());
    play.start();
    play.reply('ask_rate');
    expect(play.said()).toEqual(['From 8.5%.\n\nWhich city, please?']);
    expect(play.session.state).toBe('details');
  });

  it('goes to another state and comes back to the question, not to the greeting', () => {
    const play = new Play(house());
    play.start();
    play.reply('objection_trust');
    expect(play.session.state).toBe('doubt');
    expect(play.session.returns).toEqual(['details']);
    play.reply('affirm');
    expect(play.session).toMatchObject({ state: 'details', returns: [] });
    expect(play.said()).toEqual(['Which city, please?']);
  });

  it('answers with another wording the second time', () => {
    const play = new Play(house());
    play.start();
    play.reply('objection_trust');
    play.reply('objection_trust');
    expect(play.said()[0]).toContain('Second wording.');
  });

  it('answers what only some messages of an intent ask, by their words', () => {
    const flow = house();
    const condition = 'contains(turn.text, "umbrellas")';
    const action = {
      type: 'answer',
      answers: { out_of_scope: [text('No umbrellas.')] },
      afterwards: 'repeat',
    } as const;
    const play = new Play(addRule(flow, { id: 'umbrellas', intents: ['out_of_scope'], condition, action }));
    play.start();
    play.type('Do you sell UMBRELLAS?');
    expect(play.said()[0]).toContain('No umbrellas.');
    expect(play.last.events).toContainEqual(expect.objectContaining({ type: 'rule.matched', isNarrow: true }));
    play.type('Do you sell cheese?');
    expect(play.types()).not.toContain('rule.matched');
  });
});

describe('language', () => {
  it('follows the customer', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', {}, 'kn');
    expect(play.session.language).toBe('kn');
    expect(play.said()).toEqual(['Which city, please? (kn)']);
  });

  it('is not changed by the name of a place on the map', () => {
    const play = new Play(house());
    play.start();
    play.sendPlace('Jayanagar', 'kn');
    expect(play.session.language).toBe('en');
  });

  it('is already that of the first words when the business greets', () => {
    const play = new Play(house());
    play.start(reply('greet', {}, 'kn'));
    expect(play.said()[0]).toBe('Welcome. (kn)\n\nWhich city? (kn)');
  });

  it('stays with the one that was asked for', () => {
    const play = new Play(house());
    play.start();
    play.reply('change_language', { language_preference: 'kn' }, 'en');
    expect(play.said()).toEqual(['Now in Kannada. (kn)\n\nWhich city, please? (kn)']);
    play.reply('inform', { property_location: 'Mysuru' }, 'en');
    expect(play.session.language).toBe('kn');
  });

  it('falls back to the default language where a text is missing', () => {
    const play = new Play(house({ greeting: { type: 'text', text: { en: 'Only English.' } } }));
    play.start(null, 'kn');
    expect(play.said()[0]).toContain('Only English.');
  });
});

describe('choices', () => {
  it('mean what their author wrote, also when the message is old', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_location: 'Mysuru', property_value: 5_000_000 });
    play.tap('estimate/later', 'Later');
    expect(play.session.state).toBe('planned');
    play.tap('estimate/self', 'My own');
    expect(play.session.slots.ownership_status).toMatchObject({ value: 'self', messageId: 'm3' });
    expect(play.last.events).toContainEqual({ type: 'choice.taken', choice: 'estimate/self', stale: true });
  });

  it('are taken by their words or their number as well as by a tap', () => {
    for (const words of ['my own', '1', '೧']) {
      const play = new Play(house());
      play.start();
      play.reply('inform', { property_location: 'Mysuru', property_value: 5_000_000 });
      play.type(words);
      expect(play.session.slots.ownership_status).toMatchObject({ value: 'self', span: { text: words } });
    }
  });

  it('that nobody knows are read as the words on them', () => {
    const play = new Play(house());
    play.start();
    play.tap('gone/forever', 'Mysuru');
    expect(play.session.state).toBe('details');
    expect(play.last.events).toContainEqual({ type: 'choice.taken', choice: 'gone/forever', stale: true });
  });
});

describe('waits', () => {
  it('fire once, and only for the wait that is running', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_location: 'Mysuru', property_value: 5_000_000 });
    play.reply('follow_up_later');
    const waitId = play.session.wait?.id ?? '';
    expect(play.session.wait).toMatchObject({ type: 'timer', until: '2026-11-23T05:30:00.000Z' });
    play.run({ type: 'timedOut', waitId: 'another' });
    expect(play.last.events).toEqual([{ type: 'input.ignored', reason: 'wait.over' }]);
    play.run({ type: 'timedOut', waitId });
    expect(play.session.state).toBe('details');
    play.run({ type: 'timedOut', waitId });
    expect(play.last.events).toEqual([{ type: 'input.ignored', reason: 'wait.over' }]);
  });

  it('are kept while the customer writes in between', () => {
    const play = new Play(house());
    play.start();
    play.reply('inform', { property_location: 'Mysuru', property_value: 5_000_000 });
    play.reply('follow_up_later');
    const until = play.session.wait;
    play.reply('ask_rate');
    expect(play.session.wait).toEqual(until);
  });
});

describe('effects', () => {
  it('end the turn, and the outcome goes on with what came back', () => {
    const play = new Play(calling());
    play.start();
    expect(play.session.wait).toMatchObject({ type: 'effect', effect: { url: 'https://rates.example.com/kn?for=en' } });
    const waitId = play.session.wait?.id ?? '';
    play.reply('greet');
    expect(play.last.events).toEqual([{ type: 'input.ignored', reason: 'effect.pending' }]);
    const body = JSON.parse('{"offer":{"rate":9.5,"__proto__":{"rate":1}}}');
    play.run({ type: 'effectSettled', waitId, result: { ok: true, status: 200, body } });
    expect(play.session.slots.offered_rate).toMatchObject({ value: 9.5, source: 'effect' });
    expect(play.session.slots.stolen).toBeUndefined();
  });

  it('that fail go along `failed`', () => {
    const play = new Play(calling());
    play.start();
    const waitId = play.session.wait?.id ?? '';
    play.run({ type: 'effectSettled', waitId, result: { ok: false, code: 'call.timeout' } });
    expect(play.session).toMatchObject({ status: 'ended', state: 'sorry' });
  });
});

describe('subflows', () => {
  it('share the slots and come back', () => {
    const { outer, inner } = nested();
    const play = new Play(outer, { address: inner });
    play.start();
    expect(play.session).toMatchObject({ state: 'pincode', calls: [{ flowId: 'address', returnTo: 'call_address' }] });
    play.reply('inform', { pincode: '570001' });
    expect(play.session).toMatchObject({ state: 'thanks', calls: [] });
    expect(play.said().join()).toContain('570001');
  });

  it('can be left by a rule of the flow that called them', () => {
    const { outer, inner } = nested();
    const play = new Play(outer, { address: inner });
    play.start();
    play.reply('opt_out');
    expect(play.session).toMatchObject({ state: 'bye', calls: [], status: 'ended' });
    expect(play.types()).toContain('consent.withdrawn');
  });

  it('are not begun for who begins by taking consent back', () => {
    const { outer, inner } = nested();
    const play = new Play(outer, { address: inner });
    play.start(reply('opt_out'));
    expect(play.session).toMatchObject({ state: 'bye', status: 'ended' });
    expect(play.said()).toEqual(['Bye.']);
  });

  it('that do not exist are said so and passed by', () => {
    const play = new Play(nested().outer);
    play.start();
    expect(play.session.state).toBe('thanks');
    expect(play.last.events).toContainEqual({ type: 'flow.broken', code: 'flow.missing', detail: 'address' });
  });
});

describe('limits', () => {
  it('stop a flow that goes round without waiting, and name the circle', () => {
    const play = new Play(circle());
    play.start();
    const event = play.last.events.find((candidate) => candidate.type === 'limit.reached');
    expect(event).toMatchObject({ limit: 'statesPerTurn', cycle: ['one', 'two'] });
    expect(play.session).toMatchObject({ status: 'active', wait: { type: 'reply' } });
  });

  it('stop a session that takes too many turns in an hour', () => {
    const play = new Play(house());
    play.start();
    for (let turn = 1; turn < limits.turnsPerHour; turn += 1) play.reply('ask_rate');
    expect(play.types()).toContain('message.said');
    play.reply('ask_rate');
    expect(play.types()).toEqual(['limit.reached']);
  });
});

describe('a broken drawing', () => {
  it('never throws: a transition to nowhere keeps the customer reachable', () => {
    const broken = {
      ...house(),
      transitions: [{ id: 't', from: 'details', outcome: 'family:interested', to: 'gone' }],
    };
    const play = new Play(broken);
    play.start();
    play.reply('interested');
    expect(play.last.events).toContainEqual({ type: 'flow.broken', code: 'state.missing', detail: 'gone' });
    expect(play.session).toMatchObject({ status: 'active', wait: { type: 'reply' } });
  });

  it('reports an expression that can not be read, and takes it as not true', () => {
    const condition = 'property_value >';
    const broken = {
      ...house(),
      transitions: [{ id: 't', from: 'details', outcome: 'family:interested', to: 'estimate', condition }],
    };
    const play = new Play(broken);
    play.start();
    play.reply('interested');
    expect(play.session.state).toBe('details');
    expect(play.types()).toContain('expression.failed');
  });
});

describe('a split', () => {
  it('sends the same contact the same way, and many contacts by weight', () => {
    const counts = { a: 0, b: 0 };
    const flow = splitting();
    for (let contact = 0; contact < 2_000; contact += 1) {
      const play = new Play(flow, {}, `contact-${contact}`);
      play.start();
      const again = new Play(flow, {}, `contact-${contact}`);
      again.start();
      expect(again.session.state).toBe(play.session.state);
      counts[play.session.state === 'way_a' ? 'a' : 'b'] += 1;
    }
    expect(counts.a).toBeGreaterThan(1_400);
    expect(counts.a).toBeLessThan(1_600);
  });
});

/** Plays a flow with understanding given by hand; the session goes through JSON between turns. */
class Play {
  session: Session;
  last: TurnResult;
  private ids = 0;
  private messages = 0;

  constructor(
    private readonly flow: Flow,
    private readonly subflows: Readonly<Record<string, Flow>> = {},
    contactId = 'contact-1',
  ) {
    this.session = startSession({
      id: 'session-abc123',
      contactId,
      flow,
      flowVersion: 1,
      language: 'en',
      timezone: 'Asia/Kolkata',
      nowMs: NOW_MS,
    });
    this.last = { session: this.session, events: [] };
  }

  start(first: ((id: string) => Reply) | null = null, language = 'en'): void {
    this.session = { ...this.session, language };
    this.messages += first ? 1 : 0;
    this.run({ type: 'started', by: 'contact', reply: first ? first(`m${this.messages}`) : null });
  }

  reply(intent: Intent, slots: Record<SlotName, SlotValue> = {}, language = this.session.language): void {
    this.messages += 1;
    this.run({ type: 'replied', reply: reply(intent, slots, language)(`m${this.messages}`) });
  }

  sendPlace(name: string, language: string): void {
    this.messages += 1;
    const content = { type: 'location' as const, latitude: 12.93, longitude: 77.58, name };
    this.run({ type: 'replied', reply: reply('inform', {}, language, content)(`m${this.messages}`) });
  }

  tap(id: string, title: string): void {
    this.messages += 1;
    const content = { type: 'choice' as const, id, title };
    this.run({
      type: 'replied',
      reply: reply('out_of_scope', {}, this.session.language, content)(`m${this.messages}`),
    });
  }

  type(words: string): void {
    this.messages += 1;
    const content = { type: 'text' as const, text: words };
    this.run({
      type: 'replied',
      reply: reply('out_of_scope', {}, this.session.language, content)(`m${this.messages}`),
    });
  }

  run(input: TurnInput): void {
    const env = {
      nowMs: NOW_MS,
      newId: () => this.nextWaitId(),
      facts: defaultProductFacts,
      packs: languages,
      subflows: this.subflows,
      uploadLink: EXAMPLE_UPLOAD_LINK,
    };
    this.last = runTurn(this.flow, this.session, input, env);
    this.session = sessionSchema.parse(JSON.parse(JSON.stringify(this.last.session)));
  }

  private nextWaitId(): string {
    this.ids += 1;
    return `w${this.ids}`;
  }

  types(): string[] {
    return this.last.events.map((event) => event.type);
  }

  said(): string[] {
    return toBubbles(this.last.events).map(({ content }) => ('text' in content ? content.text : content.type));
  }
}

function reply(
  intent: Intent,
  slots: Record<SlotName, SlotValue> = {},
  language = 'en',
  content: IncomingContent = { type: 'text', text: intent },
) {
  return (messageId: string): Reply => makeReply({ intent, slots, language, content, messageId });
}

function flowOf(part: Record<string, unknown>): Flow {
  return flowSchema.parse({
    schemaVersion: 1,
    id: 'test',
    name: 'Test',
    languages: ['en', 'kn'],
    defaultLanguage: 'en',
    ...part,
  });
}

function house({ greeting = text('Welcome.') }: { greeting?: unknown } = {}): Flow {
  return flowOf({
    start: 'details',
    states: [
      {
        id: 'details',
        type: 'converse',
        position: at,
        data: {
          say: [greeting],
          wants: [
            { slot: 'property_location', ask: [text('Which city?'), text('Which city, please?')] },
            { slot: 'property_value', ask: [text('What is it worth?')] },
          ],
        },
      },
      {
        id: 'estimate',
        type: 'converse',
        position: at,
        data: {
          say: [text('{{ property_value | inr }} in {{ property_location | city }}')],
          ask: [
            {
              type: 'buttons',
              text: { en: 'Whose is it?' },
              buttons: [
                { id: 'self', title: { en: 'My own' }, fills: { ownership_status: 'self' } },
                { id: 'later', title: { en: 'Later' }, intent: 'follow_up_later' },
              ],
            },
          ],
        },
      },
      { id: 'planned', type: 'wait', position: at, data: { until: 'duration', seconds: 3600 } },
      {
        id: 'doubt',
        type: 'converse',
        position: at,
        data: {
          answers: { objection_trust: [text('First wording.'), text('Second wording.')] },
          ask: [text('All right?')],
        },
      },
      { id: 'over', type: 'end', position: at, data: {} },
    ],
    transitions: [
      { id: 't1', from: 'details', outcome: 'complete', to: 'estimate' },
      { id: 't2', from: 'details', outcome: 'family:objection', to: 'doubt', remember: true },
      { id: 't3', from: 'details', outcome: 'intent:not_interested', to: 'over' },
      { id: 't4', from: 'doubt', outcome: 'family:interested', to: '@back' },
      { id: 't5', from: 'doubt', outcome: 'family:objection', to: 'doubt', remember: true },
      { id: 't6', from: 'estimate', outcome: 'intent:follow_up_later', to: 'planned' },
      { id: 't7', from: 'planned', outcome: 'next', to: 'details' },
    ],
    rules: [
      {
        id: 'rate',
        intents: ['ask_rate'],
        action: {
          type: 'answer',
          answers: { ask_rate: [text('From {{ facts.rate_min | percent }}.')] },
          afterwards: 'route',
        },
      },
      {
        id: 'language',
        intents: ['change_language'],
        action: { type: 'changeLanguage', say: text('Now in English.', 'Now in Kannada. (kn)') },
      },
    ],
  });
}

function calling(): Flow {
  return flowOf({
    start: 'rates',
    variables: [
      { name: 'offered_rate', kind: 'number' },
      { name: 'stolen', kind: 'number' },
    ],
    states: [
      {
        id: 'rates',
        type: 'call',
        position: at,
        data: {
          url: 'https://rates.example.com/kn?for={{ language }}',
          save: [
            { slot: 'offered_rate', path: 'offer.rate' },
            { slot: 'stolen', path: 'offer.constructor.name' },
          ],
        },
      },
      { id: 'thanks', type: 'end', position: at, data: {} },
      { id: 'sorry', type: 'end', position: at, data: {} },
    ],
    transitions: [
      { id: 't1', from: 'rates', outcome: 'ok', to: 'thanks' },
      { id: 't2', from: 'rates', outcome: 'failed', to: 'sorry' },
    ],
  });
}

function nested(): { outer: Flow; inner: Flow } {
  const outer = flowOf({
    start: 'call_address',
    states: [
      { id: 'call_address', type: 'subflow', position: at, data: { flowId: 'address' } },
      { id: 'thanks', type: 'converse', position: at, data: { say: [text('Thanks {{ pincode }}')] } },
      {
        id: 'bye',
        type: 'end',
        position: at,
        consent: { status: 'withdrawn', purpose: 'loan_enquiry', noticeVersion: '1' },
        data: { message: text('Bye.') },
      },
    ],
    transitions: [{ id: 't1', from: 'call_address', outcome: 'returned', to: 'thanks' }],
    rules: [{ id: 'opt_out', intents: ['opt_out'], action: { type: 'goTo', to: 'bye' } }],
  });
  const inner = flowOf({
    id: 'address',
    start: 'pincode',
    states: [
      {
        id: 'pincode',
        type: 'ask',
        position: at,
        data: { questions: [{ slot: 'pincode', ask: [text('PIN code?')] }] },
      },
      { id: 'done', type: 'end', position: at, data: {} },
    ],
    transitions: [{ id: 't1', from: 'pincode', outcome: 'filled', to: 'done' }],
  });
  return { outer, inner };
}

function circle(): Flow {
  return flowOf({
    start: 'one',
    states: ['one', 'two'].map((id) => ({ id, type: 'say', position: at, data: { message: text(id) } })),
    transitions: [
      { id: 't1', from: 'one', outcome: 'next', to: 'two' },
      { id: 't2', from: 'two', outcome: 'next', to: 'one' },
    ],
  });
}

function splitting(): Flow {
  return flowOf({
    start: 'share',
    states: [
      {
        id: 'share',
        type: 'split',
        position: at,
        data: {
          variants: [
            { id: 'a', weight: 3 },
            { id: 'b', weight: 1 },
          ],
        },
      },
      { id: 'way_a', type: 'converse', position: at, data: { say: [text('a')] } },
      { id: 'way_b', type: 'converse', position: at, data: { say: [text('b')] } },
    ],
    transitions: [
      { id: 't1', from: 'share', outcome: 'variant:a', to: 'way_a' },
      { id: 't2', from: 'share', outcome: 'variant:b', to: 'way_b' },
    ],
  });
}
