import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { parseFlow } from '../schema/parse-flow';
import { checkFlow } from './check-flow';
import { asksForIdentity } from './identity-words';

const at = { x: 0, y: 0 };
const text = { type: 'text', text: { en: 'Hello.' } };

describe('the 24-hour window', () => {
  const hours = (count: number) => ({ until: 'duration', seconds: count * 3_600 });
  const say = { id: 'hello', type: 'say', position: at, data: { message: text } };
  const wait = (id: string, data: object) => ({ id, type: 'wait', position: at, data });
  const ask = (timeoutSeconds: number) => ({
    id: 'ask',
    type: 'converse',
    position: at,
    data: { ask: [text], timeoutSeconds },
  });

  it.each([
    ['two waits of 13 hours add up', [wait('one', hours(13)), wait('two', hours(13)), say], ['hello']],
    ['two waits of 11 hours do not reach it', [wait('one', hours(11)), wait('two', hours(11)), say], []],
    [
      'a wait until some time may be any length',
      [wait('one', { until: 'time', expression: 'callback_at' }), say],
      ['hello'],
    ],
    ['a template begins anew', [wait('one', hours(48)), template(), say], []],
    ['an office that is closed on Sunday is closed longer', [wait('one', office([1, 2, 3, 4, 5, 6])), say], ['hello']],
    ['an office that opens every day is not', [wait('one', office([1, 2, 3, 4, 5, 6, 7])), say], []],
    ['a reply within the timeout does not, silence for a day does', [ask(90_000), say], ['hello']],
    ['silence for some hours does not', [ask(72_000), say], []],
  ])('%s', (_, states, expected) => {
    expect(placesOf('window.closed', chain(states))).toEqual(expected);
  });

  it('counts what goes round: an hour, again and again', () => {
    const round = chain([wait('one', hours(1)), say]);
    round.transitions.push({ id: 'again', from: 'hello', outcome: 'next', to: 'one' });
    expect(placesOf('window.closed', round)).toEqual(['hello']);
  });

  it('does not add up across a condition, which may say "once"', () => {
    const round = chain([wait('one', hours(20)), say]);
    round.transitions[0] = { ...way('one', 'hello'), condition: 'visits < 2' };
    round.transitions.push({ id: 'again', from: 'hello', outcome: 'next', to: 'one' });
    expect(placesOf('window.closed', round)).toEqual([]);
  });

  function template() {
    return { id: 'sent', type: 'template', position: at, data: { name: 'loan_follow_up' } };
  }
  function office(days: number[]) {
    return { until: 'officeHours', hours: { days, opens: '10:00', closes: '18:00' } };
  }
});

describe('circles without a wait', () => {
  it('are found through a way back', () => {
    const states = ['one', 'two'].map((id) => ({ id, type: 'say', position: at, data: { message: text } }));
    const round = chain(states);
    round.transitions[0] = { ...way('one', 'two'), remember: true };
    round.transitions.push({ id: 'back', from: 'two', outcome: 'next', to: '@back' });
    expect(issuesOf('loop.without_wait', round).map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'The conversation can go round without waiting: "one" → "two" → "one".'],
    ]);
  });

  it('are named once, however many ways lead round', () => {
    const ids = ['one', 'two', 'three'];
    const states = ids.map((id) => ({ id, type: 'say', position: at, data: { message: text } }));
    const round = chain(states);
    round.transitions = ids.flatMap((from) =>
      ids.map((to, index) => ({ id: `${from}-${to}`, from, to, outcome: 'next', condition: `visits < ${index}` })),
    );
    expect(issuesOf('loop.without_wait', round)).toHaveLength(1);
  });
});

describe('texts that ask for identity numbers', () => {
  it.each([
    ['What is your PAN?', true],
    ['Please share your Aadhaar number', true],
    ['अपना आधार नंबर भेजिए', true],
    ['ನಿಮ್ಮ ಆಧಾರ್ ಸಂಖ್ಯೆ ತಿಳಿಸಿ', true],
    ['உங்கள் ஆதார் எண் என்ன?', true],
    ['మీ పాన్ కార్డ్ నంబర్ చెప్పండి', true],
    ['Never send your Aadhaar or PAN here.', false],
    ['यहाँ आधार नंबर न भेजें', false],
    ['ಆಧಾರ್ ಸಂಖ್ಯೆ ಬೇಡ', false],
    ['ஆதார் எண் அனுப்ப வேண்டாம்', false],
    ['ఆధార్ నంబర్ పంపవద్దు', false],
    ['किस आधार पर ऋण मिलता है?', false],
    ['Which company expands your business?', false],
  ])('%s', (question, asks) => {
    expect(asksForIdentity(question, true)).toBe(asks);
  });

  it('are questions, not lists of papers', () => {
    expect(asksForIdentity('Papers: PAN card, Aadhaar, title deed.', false)).toBe(false);
    expect(asksForIdentity('Papers come later. Could you send your Aadhaar number?', false)).toBe(true);
  });
});

describe('the length of a text', () => {
  const button = (title: string, language: string) => ({
    ...chain([
      {
        id: 'hello',
        type: 'say',
        position: at,
        data: {
          message: {
            type: 'buttons',
            text: { [language]: 'Yes?' },
            buttons: [{ id: 'a', title: { [language]: title } }],
          },
        },
      },
    ]),
    languages: [language],
    defaultLanguage: language,
  });

  it('is measured with the longest label of that language', () => {
    expect(placesOf('message.too_long', button('{{ property_type | label }}!', 'en'))).toEqual([]);
    expect(placesOf('message.too_long', button('Your {{ property_type | label }}', 'en'))).toEqual(['hello']);
  });

  it('counts code units, which are more than a person sees in Indian scripts and emoji', () => {
    expect(placesOf('message.too_long', button('👍'.repeat(11), 'en'))).toEqual(['hello']);
    expect(placesOf('message.too_long', button('ದಯವಿಟ್ಟು ಮುಂದುವರಿಸಿ', 'kn'))).toEqual([]);
    expect(placesOf('message.too_long', button('ದಯವಿಟ್ಟು ಮುಂದುವರಿಯಿರಿ', 'kn'))).toEqual(['hello']);
  });
});

type Way = { id: string; from: string; outcome: string; to: string; condition?: string; remember?: boolean };

function way(from: string, to: string, outcome = 'next'): Way {
  return { id: `${from}:${outcome}`, from, outcome, to };
}

/** The states one after the other, each left along the outcome that takes longest. */
function chain(states: readonly Readonly<{ id: string; type: string; position: object; data: object }>[]) {
  const transitions = states.flatMap(({ id, type }, index) => {
    const next = states[index + 1];
    return next ? [way(id, next.id, type === 'converse' ? 'timeout' : 'next')] : [];
  });
  const start = states[0]?.id ?? '';
  return {
    schemaVersion: 1,
    id: 'chain',
    name: 'Chain',
    languages: ['en'],
    defaultLanguage: 'en',
    start,
    states,
    transitions,
  };
}

function issuesOf(code: string, document: object) {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return checkFlow(parsed.flow, { packs: languages }).filter((issue) => issue.code === code);
}

function placesOf(code: string, document: object): (string | undefined)[] {
  return issuesOf(code, document).map(({ place }) => place.state);
}
