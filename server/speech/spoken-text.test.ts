import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tokenize } from '@/flows/understanding/normalize';
import { NumberLexicon } from '@/flows/understanding/numbers/number-words';
import { createNumberReader } from '@/flows/understanding/numbers/numbers';
import { languages } from '@/prompts/load-languages';
import { spokenLanguages } from '@/prompts/load-spoken';
import { sayWhole } from './spoken/say-number';
import { spokenText } from './spoken-text';
import { wordsToSpeak } from './words-to-speak';

const tables: Readonly<Record<string, readonly (readonly [written: string, spoken: string])[]>> = {
  en: [
    ['₹80,00,000', 'eighty lakh rupees.'],
    ['₹80 lakh', 'eighty lakh rupees.'],
    ['₹1.5 crore', 'one crore fifty lakh rupees.'],
    ['₹1 and Rs. 500', 'one rupee and five hundred rupees.'],
    ['₹10,442.25', 'ten thousand four hundred and forty-two rupees twenty-five paise.'],
    ['₹35,000/month', 'thirty-five thousand rupees per month.'],
    ['a loan of 80 lakh', 'a loan of eighty lakh.'],
    ['10.5 % a year', 'ten point five percent a year.'],
    ['up to 53%', 'up to fifty-three percent.'],
    ['8.5–14%', 'eight point five to fourteen percent.'],
    ['₹5–10 lakh in 7-10 days', 'five to ten lakh rupees in seven to ten days.'],
    ['15 years', 'fifteen years.'],
    ['10:30 AM', 'ten thirty in the morning.'],
    ['Today at 4 pm?', "Today at four o'clock in the evening?"],
    ['18:05', 'six oh five in the evening.'],
    ['Monday, 24 November at 10:30 in the morning', 'Monday, twenty-four November at ten thirty in the morning.'],
    ['by 24/11/2026', 'by twenty-four November two thousand and twenty-six.'],
    ['Call 1800-000-0000', 'Call one eight zero zero, zero zero zero, zero zero zero zero.'],
    ['+91 98765 43210', 'nine one, nine eight seven six five, four three two one zero.'],
    ['PIN 560001', 'PIN five six zero zero zero one.'],
    ['*Note:* _only_ an estimate 🙏👍🏽', 'Note: only an estimate.'],
    ['• one\n• two (if any)', 'one. two, if any.'],
    ['See https://example.com/a?b=1. Thanks', 'See the link in this message. Thanks.'],
    ['Write to help@abc.example', 'Write to the e-mail address in this message.'],
    ['Form16 and the 2nd page', 'Form16 and the 2nd page.'],
    ['self/joint', 'self or joint.'],
  ],
  hi: [
    ['₹80,00,000', 'अस्सी लाख रुपये.'],
    ['₹1.5 करोड़', 'एक करोड़ पचास लाख रुपये.'],
    ['₹35,750.50', 'पैंतीस हज़ार सात सौ पचास रुपये पचास पैसे.'],
    ['₹80 lakh', 'अस्सी लाख रुपये.'],
    ['10.5%', 'साढ़े दस प्रतिशत.'],
    ['53 %', 'तिरपन प्रतिशत.'],
    ['1.5 साल, 2.5 साल, 15 साल', 'डेढ़ साल, ढाई साल, पंद्रह साल.'],
    ['सोमवार, 24 नवंबर, सुबह 10:30 बजे', 'सोमवार, चौबीस नवंबर, सुबह साढ़े दस बजे.'],
    ['10:45 AM', 'सुबह दस बजकर पैंतालीस मिनट.'],
    ['शाम ४:०० बजे', 'शाम चार बजे.'],
    ['पति/पत्नी', 'पति या पत्नी.'],
  ],
  kn: [
    ['₹80 ಲಕ್ಷ', 'ಎಂಬತ್ತು ಲಕ್ಷ ರೂಪಾಯಿ.'],
    ['₹80,00,000', 'ಎಂಬತ್ತು ಲಕ್ಷ ರೂಪಾಯಿ.'],
    ['₹80 ಲಕ್ಷದವರೆಗೆ', 'ಎಂಬತ್ತು ಲಕ್ಷದವರೆಗೆ.'],
    ['₹1.5 ಕೋಟಿ', 'ಒಂದು ಕೋಟಿ ಐವತ್ತು ಲಕ್ಷ ರೂಪಾಯಿ.'],
    ['₹35,750', 'ಮೂವತ್ತೈದು ಸಾವಿರದ ಏಳುನೂರ ಐವತ್ತು ರೂಪಾಯಿ.'],
    ['10.5%', 'ಶೇಕಡಾ ಹತ್ತೂವರೆ.'],
    ['15 ವರ್ಷ', 'ಹದಿನೈದು ವರ್ಷ.'],
    ['ಬೆಳಿಗ್ಗೆ 10:30ಕ್ಕೆ', 'ಬೆಳಿಗ್ಗೆ ಹತ್ತೂವರೆಗೆ.'],
    ['ಸಂಜೆ 4:00ಕ್ಕೆ', 'ಸಂಜೆ ನಾಲ್ಕು ಗಂಟೆಗೆ.'],
  ],
  ta: [
    ['₹80 லட்சம்', 'எண்பது லட்சம் ரூபாய்.'],
    ['₹1.5 கோடி', 'ஒரு கோடியே ஐம்பது லட்சம் ரூபாய்.'],
    ['₹35,750', 'முப்பத்தைந்தாயிரத்து எழுநூற்று ஐம்பது ரூபாய்.'],
    ['₹21 லட்சம்', 'இருபத்தொரு லட்சம் ரூபாய்.'],
    ['8.5% முதல் 14% வரை', 'எட்டரை சதவீதம் முதல் பதினான்கு சதவீதம் வரை.'],
    ['53%-க்குள்', 'ஐம்பத்திமூன்று சதவீதம்க்குள்.'],
    ['1 வருடம், 15 வருடங்கள்', 'ஒரு வருடம், பதினைந்து வருடங்கள்.'],
    ['காலை 10:30 மணிக்கு', 'காலை பத்தரை மணிக்கு.'],
    ['மதியம் 1:00 மணிக்கு', 'மதியம் ஒரு மணிக்கு.'],
  ],
  te: [
    ['₹80 లక్షలు', 'ఎనభై లక్షల రూపాయలు.'],
    ['₹1.5 కోటి', 'ఒక కోటీ యాభై లక్షల రూపాయలు.'],
    ['₹35,750', 'ముప్పై ఐదు వేల ఏడు వందల యాభై రూపాయలు.'],
    ['₹1,000, ₹100, ₹1', 'వెయ్యి రూపాయలు, వంద రూపాయలు, ఒక రూపాయి.'],
    ['8.5% నుంచి 14% వరకు', 'ఎనిమిదిన్నర శాతం నుంచి పద్నాలుగు శాతం వరకు.'],
    ['21 రోజులు, 15 సంవత్సరాలు', 'ఇరవై ఒక్క రోజులు, పదిహేను సంవత్సరాలు.'],
    ['ఉదయం 10:30 గంటలకు', 'ఉదయం పదిన్నర గంటలకు.'],
    ['మధ్యాహ్నం 1:00 గంటలకు', 'మధ్యాహ్నం ఒంటి గంటకు.'],
  ],
};

describe.each(Object.entries(tables))('in %s', (language, table) => {
  it.each(table)('"%s" is said "%s"', (written, spoken) => {
    expect(spokenText(written, language)).toBe(spoken);
  });
});

const values = [
  ...Array.from({ length: 989 }, (_, at) => at + 11),
  ...Array.from({ length: 900 }, (_, at) => 1_000 + at * 107),
  ...Array.from({ length: 900 }, (_, at) => (at + 100) * 11_000),
  ...Array.from({ length: 99 }, (_, at) => (at + 1) * 10_000_000 + (at % 3) * 2_500_000),
];

// What the reader takes for two numbers, or for none: "and one", "and two", "and ten" are ordinary words in English, lakhs
// and a bare thousand in Telugu and Tamil, eleven before a noun in Tamil.
const unreadable = /and (one|two|ten)$|లక్షల వెయ్యి|லட்சத்து ஆயிரம்|பதினோரு/;

describe.each(Object.keys(spokenLanguages))('numbers in %s', (language) => {
  const words = spokenLanguages[language];
  const numbers = languages[language]?.numbers;
  if (words === undefined || numbers === undefined) throw new Error(`${language} is not loaded`);
  // The reader of customers' numbers knows nothing of the words that are spoken here, and judges them.
  const reader = createNumberReader([new NumberLexicon(numbers)], []);
  const readBack = (text: string) => reader.read(tokenize(text), () => false).map(({ value }) => value);

  test('are read back as what they are, in round lakhs and crores and to the last rupee below', () => {
    const misread = values.flatMap((value) =>
      (['last', 'beforeNoun'] as const)
        .map((place) => sayWhole(value, words, place))
        .filter((said) => !unreadable.test(said) && String(readBack(said)) !== String(value)),
    );
    expect(misread).toEqual([]);
  });

  test('leave no digit in amounts, rates and times, and none is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 23 }), (number, hour) => {
        const said = spokenText(`₹${number} ${number / 10}% ${hour}:15 – ${number}`, language);
        expect(said).not.toMatch(/\d|₹|%/);
      }),
    );
  });
});

test('any text can be said, and what has no letters and numbers says nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom(...Object.keys(tables)),
      (text, language) => {
        expect(() => spokenText(text, language)).not.toThrow();
      },
    ),
    { numRuns: 2_000 },
  );
  expect(spokenText('🙏 *** —\n•', 'en')).toBe('');
});

test('a long text without an end is said in time', () => {
  const began = performance.now();
  for (const piece of ['1', '1,', '1-', '*a', '₹', 'a ', '\u{1f64f}', 'http://', '(', '12:'])
    spokenText(piece.repeat(4_000), 'en');
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('choices are said as a sentence, and many of them are pointed to', () => {
  const text = 'Shall we go on?';
  const titles = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, title: `Way ${at}` }));
  const two = wordsToSpeak({ type: 'buttons', text, buttons: titles(2) }, 'en');
  expect(spokenText(two, 'en')).toBe('Shall we go on? You can choose: Way zero or Way one.');
  const many = wordsToSpeak({ type: 'list', text, buttonLabel: 'Choose', rows: titles(9) }, 'en');
  expect(spokenText(many, 'en')).toBe('Shall we go on? You can choose from the list in this message.');
  const hindi = wordsToSpeak(
    {
      type: 'buttons',
      text: 'आगे बढ़ें?',
      buttons: [
        { id: 'a', title: 'हाँ' },
        { id: 'b', title: 'बाद में' },
      ],
    },
    'hi',
  );
  expect(spokenText(hindi, 'hi')).toBe('आगे बढ़ें? आप चुन सकते हैं: हाँ या बाद में।');
});

test('what has no words of its own is not spoken', () => {
  expect(wordsToSpeak({ type: 'reaction', to: 'wamid', emoji: '👍' }, 'en')).toBe('');
  expect(wordsToSpeak({ type: 'template', name: 'hello', language: 'en', variables: [] }, 'en')).toBe('');
});
