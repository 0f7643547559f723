import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understanding } from '@/flows/schema/understanding';
import type { Utterances } from '@/prompts/language-pack';
import { languages } from '@/prompts/load-languages';
import { loadUtterances } from '@/prompts/load-utterances';
import { trainReader } from './learning/train-reader';
import conversation from './testdata/conversation.json';
import { context, read, reader, slotsOf } from './testdata/reader';

const intentsOfConversation = ['interested', 'inform', 'inform', 'ask_rate', 'ask_documents', 'follow_up_later'];

describe.each(Object.entries(conversation))('the example conversation in %s', (language, variants) => {
  it.each(variants.map((messages) => ({ messages, title: messages[0] })))('is understood: $title', ({ messages }) => {
    const readings = messages.map((text) => read(text, { language: 'en' }));
    expect(readings.map(({ intent }) => intent)).toEqual(intentsOfConversation);
    expect(readings.map((reading) => reading.language)).toEqual(messages.map(() => language));
    const facts = Object.assign({}, ...messages.map((text) => slotsOf(text)));
    expect(facts).toEqual({
      property_type: 'house',
      property_location: 'Bengaluru',
      property_value: 15_000_000,
      loan_amount_needed: 8_000_000,
      loan_purpose: 'business',
    });
  });
});

describe('a turn', () => {
  it('is read as one, and each slot names its own message and place', () => {
    const parts = [
      { messageId: 'a', text: 'I have a house in Mysore' },
      { messageId: 'b', text: 'worth 90 lakhs' },
    ];
    const { slots, intent } = reader.understand(parts, context);
    expect(intent).toBe('inform');
    expect(slots.property_location).toMatchObject({
      value: 'Mysuru',
      messageId: 'a',
      span: { start: 18, end: 24, text: 'Mysore' },
    });
    expect(slots.property_value).toMatchObject({ value: 9_000_000, messageId: 'b', span: { text: '90 lakhs' } });
  });

  it('keeps offsets right in text that is longer than it looks', () => {
    const text = '😀😀 ಮನೆ ಬೆಲೆ ೮೦ ಲಕ್ಷ';
    const span = read(text).slots.property_value?.span;
    expect(text.slice(span?.start, span?.end)).toBe('೮೦ ಲಕ್ಷ');
  });

  it('keeps the language of the conversation when the message has no evidence', () => {
    for (const text of ['ok', '50 lakh', '👍', '5000000', 'Ramesh']) {
      expect(read(text, { language: 'kn' }).language).toBe('kn');
    }
  });
});

describe('rules of the contract', () => {
  it.each([
    ['What is the rate? My house is worth 80 lakhs', 'ask_rate'],
    ["isn't 12% too high?", 'objection_cost'],
    ['Please stop sending messages. What is the rate?', 'opt_out'],
    ['Not now, later', 'follow_up_later'],
    ['no need', 'not_interested'],
    ['STOP', 'opt_out'],
    ['मैसेज मत भेजो', 'opt_out'],
    ['ಮೆಸೇಜ್ ಕಳಿಸಬೇಡಿ', 'opt_out'],
    ['மெசேஜ் அனுப்பாதீங்க', 'opt_out'],
    ['మెసేజ్ పంపకండి', 'opt_out'],
    ['asdkjh qwpoeiru', 'out_of_scope'],
    ['నాకు కాల్ చేయండి', 'talk_to_human'],
    ['take me off this list', 'opt_out'],
    ['PAN ABCPE1234F', 'inform'],
    ['no not 80, make it 60 lakh', 'inform'],
    ['your officer may call me on saturday at 5', 'talk_to_human'],
    ['in a meeting, call me on saturday at 5', 'follow_up_later'],
    ['near Nagpur', 'inform'],
    ['innoru number 91234 56780', 'inform'],
    ['en number 91234 56780 eduthudunga', 'opt_out'],
  ])('reads "%s" as %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it('does not take the word for a message for a wish to stop, however often', () => {
    for (const text of ['message 0\nmessage 1', 'message 0\nmessage 1\nmessage 2', 'number\nnumber\nnumber'])
      expect(read(text).intent).not.toBe('opt_out');
  });

  it('does not take a request for a later message for an opt-out', () => {
    expect(read('at a funeral, message me after a week').intent).toBe('follow_up_later');
  });

  it('reads a bare yes and a bare no in every language', () => {
    const yes = { en: 'yes', hi: 'हाँ', kn: 'ಹೌದು', ta: 'ஆமா', te: 'అవును' };
    const no = { en: 'no', hi: 'नहीं', kn: 'ಇಲ್ಲ', ta: 'இல்லை', te: 'లేదు' };
    for (const text of Object.values(yes)) expect(read(text).intent).toBe('affirm');
    for (const text of Object.values(no)) expect(read(text).intent).toBe('deny');
  });
});

/** Enough to train on in a moment. */
function firstOfEach(utterances: Utterances): Utterances {
  return Object.fromEntries(
    Object.entries(utterances).map(([intent, { native = [], latin = [] }]) => [
      intent,
      { native: native.slice(0, 3), latin: latin.slice(0, 3) },
    ]),
  );
}

describe('the reader', () => {
  it('is trained alike by the same words, bit for bit', () => {
    const few = Object.fromEntries(
      Object.entries(loadUtterances()).map(([code, utterances]) => [code, firstOfEach(utterances)]),
    );
    expect(trainReader(languages, few)).toEqual(trainReader(languages, few));
  });

  it('returns what its schema says, and never throws, for any text', () => {
    const words = fc.constantFrom('80', 'lakh', '1,50', '.', '₹', 'डेढ़', 'कल', 'ಗಂಟೆ', 'after', '-', 'x', '99999999999');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 3 }),
        fc.constantFrom('callback_at', 'name', 'tenure_months'),
        (texts, slot) => {
          const parts = texts.map((part, index) => ({ messageId: String(index), text: part }));
          const result = reader.understand(parts, { ...context, expects: [slot] });
          expect(understanding.safeParse(result).error).toBeUndefined();
          for (const { span, messageId } of Object.values(result.slots)) {
            expect(texts[Number(messageId)]?.slice(span?.start, span?.end)).toBe(span?.text);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);

  it('reads a very long text in a bounded time', () => {
    const started = performance.now();
    read('मुझे ५० लाख का loan चाहिए 1 1 1 - - '.repeat(30_000));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
