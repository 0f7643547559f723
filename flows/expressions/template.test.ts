import { describe, expect, it } from 'vitest';
import { compileTemplate } from './template';
import { testEnv, testScope } from './test-env';

const scope = testScope(
  {
    property_type: 'house',
    property_location: 'Bengaluru',
    property_value: 1_50_00_000,
    loan_amount_needed: 80_00_000,
    callback_at: '2026-11-25T17:05:00+05:30',
    tomorrow: '2026-11-23T20:00:00+05:30',
    flag: true,
    said: '{{ property_type }} & more',
    cities: ['Bengaluru', 'Pune', 'Hosur'],
  },
  ['name'],
);

function render(source: string, language = 'en', env = testEnv) {
  return compileTemplate(source).render(scope, { ...env, language });
}

describe('a compiled text', () => {
  it('fills its placeholders', () => {
    const source =
      'Your {{ property_type | label }} in {{ property_location | city }} is worth {{ property_value | lakhCrore }}.';
    expect(render(source)).toEqual({ text: 'Your house in Bengaluru is worth ₹1.5 crore.', issues: [] });
  });

  it.each([
    ['{{ property_type | label }}', 'house', 'मकान', 'ಮನೆ', 'வீடு', 'ఇల్లు'],
    ['{{ property_location | city }}', 'Bengaluru', 'बेंगलुरु', 'ಬೆಂಗಳೂರು', 'பெங்களூரு', 'బెంగళూరు'],
    ['{{ property_value | lakhCrore }}', '₹1.5 crore', '₹1.5 करोड़', '₹1.5 ಕೋಟಿ', '₹1.5 கோடி', '₹1.5 కోటి'],
    ['{{ property_value | inr }}', '₹1,50,00,000', '₹1,50,00,000', '₹1,50,00,000', '₹1,50,00,000', '₹1,50,00,000'],
    ['{{ 180 | months }}', '15 years', '15 साल', '15 ವರ್ಷ', '15 வருடங்கள்', '15 సంవత్సరాలు'],
    ['{{ 18 | months }}', '18 months', '18 महीने', '18 ತಿಂಗಳು', '18 மாதங்கள்', '18 నెలలు'],
    ['{{ 7 | days }}', '7 days', '7 दिन', '7 ದಿನಗಳು', '7 நாட்கள்', '7 రోజులు'],
    [
      '{{ callback_at | date }}',
      'Wednesday, 25 November',
      'बुधवार, 25 नवंबर',
      'ಬುಧವಾರ, ನವೆಂಬರ್ 25',
      'புதன், நவம்பர் 25',
      'బుధవారం, నవంబర్ 25',
    ],
    [
      '{{ callback_at | time }}',
      '5:05 in the evening',
      'शाम 5:05 बजे',
      'ಸಂಜೆ 5:05ಕ್ಕೆ',
      'மாலை 5:05 மணிக்கு',
      'సాయంత్రం 5:05 గంటలకు',
    ],
    [
      '{{ tomorrow | relativeDateTime }}',
      'tomorrow at 8:00 at night',
      'कल, रात 8:00 बजे',
      'ನಾಳೆ, ರಾತ್ರಿ 8:00ಕ್ಕೆ',
      'நாளை, இரவு 8:00 மணிக்கு',
      'రేపు, రాత్రి 8:00 గంటలకు',
    ],
    [
      '{{ cities | city }}',
      'Bengaluru, Pune and Hosur',
      'बेंगलुरु, पुणे और होसुर',
      'ಬೆಂಗಳೂರು, ಪುಣೆ ಮತ್ತು ಹೊಸೂರು',
      'பெங்களூரு, புனே மற்றும் ஓசூர்',
      'బెంగళూరు, పుణె మరియు హోసూరు',
    ],
    ['{{ flag }}', 'yes', 'हाँ', 'ಹೌದು', 'ஆமாம்', 'అవును'],
  ])('writes %s in each language', (source, en, hi, kn, ta, te) => {
    const written = Object.fromEntries(['en', 'hi', 'kn', 'ta', 'te'].map((code) => [code, render(source, code).text]));
    expect(written).toEqual({ en, hi, kn, ta, te });
  });

  it.each([
    ['{{ 0 | inr }}', '₹0'],
    ['{{ 999 | inr }}', '₹999'],
    ['{{ 1000 | inr }}', '₹1,000'],
    ['{{ 100000 | inr }}', '₹1,00,000'],
    ['{{ 1234567890 | inr }}', '₹1,23,45,67,890'],
    ['{{ 10442.25 | inr }}', '₹10,442.25'],
    ['{{ 10442.5 | inr }}', '₹10,442.50'],
    ['{{ -500 | inr }}', '-₹500'],
    ['{{ 99999 | lakhCrore }}', '₹99,999'],
    ['{{ 100000 | lakhCrore }}', '₹1 lakh'],
    ['{{ 3166277.73 | lakhCrore }}', '₹31.66 lakh'],
    ['{{ 8000000 | lakhCrore }}', '₹80 lakh'],
    ['{{ 9999999 | lakhCrore }}', '₹1 crore'],
    ['{{ 12500000 | lakhCrore }}', '₹1.25 crore'],
    ['{{ 100000000 | lakhCrore }}', '₹10 crore'],
    ['{{ 123456789012 | lakhCrore }}', '₹12,345.68 crore'],
    ['{{ -8000000 | lakhCrore }}', '-₹80 lakh'],
    ['{{ 8.5 | percent }}', '8.5%'],
    ['{{ 53.333 | percent }}', '53.33%'],
    ['{{ 53.333 | percent(0) }}', '53%'],
    ['{{ 1234567.891 | number }}', '12,34,567.89'],
    ['{{ 1 | months }}', '1 month'],
    ['{{ 12 | months }}', '1 year'],
    ['{{ 30 | months }}', '2 years 6 months'],
    ['{{ 1 | days }}', '1 day'],
    ['{{ "2026-11-25T12:00:00+05:30" | time }}', '12:00 at noon'],
    ['{{ "2026-11-25T00:30:00+05:30" | time }}', '12:30 at night'],
    ['{{ "2026-11-24T20:30:00Z" | dateTime }}', 'Wednesday, 25 November at 2:00 at night'],
    ['{{ "2026-11-22T20:00" | relativeDate }}', 'today'],
    ['{{ "2026-12-24" | relativeDate }}', 'Thursday, 24 December'],
    ['{{ name | default("there") | capitalize }}', 'There'],
    ['{{ "" | default("there") }}', 'there'],
    ['{{ "asha" | capitalize }} {{ "x" | upper }} {{ "Y" | lower }}', 'Asha X y'],
    ['{{ cities | list("or") }}', 'Bengaluru, Pune or Hosur'],
    ['{{ "house" | label("property_type") }}', 'house'],
    ['{{ name | default("villa") | label("property_type") }}', 'villa'],
    ['{{ "Old Mill Town" | city }}', 'Old Mill Town'],
    ['{{ "a b&c/ಮ" | url }}', 'a%20b%26c%2F%E0%B2%AE'],
    ['{{ if(flag, "A", "B") }}', 'A'],
    ['{{ "{{" }} and {{ "}}" }} and }} and { }', '{{ and }} and }} and { }'],
    ['{{1}}{{2}}', '12'],
    ['no placeholder', 'no placeholder'],
    ['', ''],
  ])('renders %s as %s', (source, text) => {
    expect(render(source)).toEqual({ text, issues: [] });
  });

  it('shows a city and a value without wording as they are, and reports the value', () => {
    expect(render('{{ "tree_house" | label("property_type") }}')).toMatchObject({
      text: 'tree house',
      issues: [{ code: 'expression.no_wording' }],
    });
  });

  it.each([
    ['Hi {{ nowhere }}!', 'Hi !', 'expression.unknown_name'],
    ['Hi {{ name }}!', 'Hi !', 'expression.unknown_value'],
    ['Hi {{ __proto__ }}{{ 1 }}', 'Hi 1', 'expression.unknown_name'],
    ['{{ property_type | inr }}', 'house', 'expression.wrong_type'],
    ['{{ property_type | date }}', 'house', 'expression.wrong_type'],
    ['{{ 1e }}x', 'x', 'expression.broken'],
    ['a {{ never closed', 'a ', 'expression.broken'],
  ])('goes on after what is wrong in %s', (source, text, code) => {
    const rendered = render(source);
    expect(rendered.text).toBe(text);
    expect(rendered.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('never reads a placeholder inside a value that a customer wrote', () => {
    expect(render('{{ said }}').text).toBe('{{ property_type }} & more');
  });

  it('tells an author where its mistakes are', () => {
    const { errors } = compileTemplate('Hi {{ name | shout }} and {{ 1 + }} and {{ "a }} b');
    expect(errors).toEqual([
      { message: 'There is no format "shout".', at: 13 },
      { message: 'Something is missing at the end.', at: 33 },
      { message: 'This text has no closing quote.', at: 43 },
    ]);
  });

  it('names what it reads and the formats that it uses, for checks between languages', () => {
    const template = compileTemplate(
      '{{ a | default(b) | upper }} {{ facts.rate_min | percent }} {{ a }} {{ c | upper }}',
    );
    expect(template.names).toEqual(['a', 'b', 'facts.rate_min', 'c']);
    expect(template.formats).toEqual(['default', 'upper', 'percent']);
  });

  it('falls back to the words of the default language when a language has no pack', () => {
    expect(render('{{ property_value | lakhCrore }}', 'gu').text).toBe('₹1.5 crore');
    const none = compileTemplate('{{ property_value | lakhCrore }}').render(scope, { ...testEnv, packs: {} });
    expect(none).toMatchObject({ text: '₹1,50,00,000', issues: [{ code: 'expression.no_language' }] });
  });

  it('cuts a text beyond the limit between characters', () => {
    const { text, issues } = render(`${'x'.repeat(19_999)}{{ "😀😀" }}`);
    expect(text).toBe('x'.repeat(19_999));
    expect(issues).toMatchObject([{ code: 'expression.too_long' }]);
  });
});

describe('product facts in a text', () => {
  const factsWith = (texts: Record<string, Record<string, string>>) => ({
    ...testEnv,
    facts: { ...testEnv.facts, texts },
  });

  it('are values, and texts in the language being rendered', () => {
    expect(render('{{ facts.rate_min | percent }} {{ facts.lender_name }}').text).toBe('8.5% ABC Finance');
    expect(render('{{ facts.tenure }}', 'hi').text).toMatch(/^आप 15 साल तक/);
  });

  it('fall back to the default language', () => {
    expect(render('{{ facts.motto }}', 'hi', factsWith({ motto: { en: 'Fair.', hi: '' } })).text).toBe('Fair.');
    expect(render('{{ facts.motto }}', 'hi', factsWith({ motto: { ta: 'x' } }))).toMatchObject({
      text: '',
      issues: [{ code: 'expression.no_wording' }],
    });
  });

  it('stop when they use one another in a circle', () => {
    const env = factsWith({ a: { en: '{{ facts.b }}{{ facts.b }}' }, b: { en: '{{ facts.a }}{{ facts.a }}' } });
    const { text, issues } = render('{{ facts.a }}', 'en', env);
    expect(text).toBe('');
    expect(issues.every((issue) => issue.code === 'expression.step_limit')).toBe(true);
  });

  it('stop within the budget of steps when they multiply', () => {
    const many = (inner: string) => ({ en: inner.repeat(500) });
    const env = factsWith({ a: many('{{ facts.b }}'), b: many('{{ facts.c }}'), c: { en: '' } });
    expect(render('{{ facts.a }}', 'en', env).issues.at(-1)?.code).toBe('expression.no_wording');
    const noisy = factsWith({ a: many('{{ facts.b }}'), b: many('{{ "" }}') });
    expect(render('{{ facts.a }}', 'en', noisy).issues).toMatchObject([{ code: 'expression.step_limit' }]);
  });
});
