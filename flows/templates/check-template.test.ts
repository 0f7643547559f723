import { expect, test } from 'vitest';
import { checkName, checkTemplate } from './check-template';
import { settleVariables, type TemplateContent } from './template-content';

const good: TemplateContent = {
  header: null,
  body: 'Hello {{name}}, your papers for the loan are still to come.',
  variables: [{ name: 'name', sample: 'Asha' }],
  footer: 'ABC Finance',
  buttons: [{ type: 'quickReply', label: 'Which papers?' }],
};

function codes(change: Partial<TemplateContent>, category: 'MARKETING' | 'UTILITY' = 'UTILITY'): readonly string[] {
  const changed = { ...good, ...change };
  const samples = new Map(changed.variables.map(({ name, sample }) => [name, sample]));
  const variables = settleVariables(changed).map(({ name }) => ({ name, sample: samples.get(name) ?? 'sample' }));
  const content = { ...changed, variables: change.variables ?? variables };
  return checkTemplate({ name: 'papers', language: 'en', category, content, original: null }).map(({ code }) => code);
}

test('a good template has no issues', () => {
  expect(codes({})).toEqual([]);
});

test.each([
  ['an empty body', { body: ' ' }, ['body.empty']],
  ['a variable at the beginning', { body: '{{name}}, your papers for the loan are to come.' }, ['variable.atEdge']],
  [
    'one at the end, with a full stop',
    { body: 'Your papers for the loan are missing, {{name}}.' },
    ['variable.atEdge'],
  ],
  ['two side by side', { body: 'Dear {{name}} {{title}} your papers for the loan came.' }, ['variable.adjacent']],
  ['more variables than words', { body: 'Dear {{name}} and {{other}}, hello.' }, ['variable.tooMany']],
  ['a number for a name', { body: 'Hello {{1}}, your papers for the loan came.' }, ['variable.malformed']],
  ['a sample that is missing', { variables: [{ name: 'name', sample: '' }] }, ['variable.withoutSample']],
  ['a sample of two lines', { variables: [{ name: 'name', sample: 'a\nb' }] }, ['variable.malformedSample']],
  ['a body of 1,025 characters', { body: 'x'.repeat(1025) }, ['body.tooLong']],
  ['a footer of 61 characters', { footer: 'x'.repeat(61) }, ['footer.tooLong']],
  ['a variable in the footer', { footer: 'for {{name}}' }, ['footer.variable']],
  ['a header of 61 characters', { header: { type: 'text', text: 'x'.repeat(61), sample: '' } }, ['header.tooLong']],
  ['two variables in the header', { header: { type: 'text', text: '{{a}} {{b}}', sample: 'x' } }, ['header.variables']],
  [
    'a header variable without a sample',
    { header: { type: 'text', text: 'Hi {{a}}', sample: '' } },
    ['header.withoutSample'],
  ],
  ['bold words in the header', { header: { type: 'text', text: '*Hi*', sample: '' } }, ['header.formatted']],
  ['a picture without a sample', { header: { type: 'image', handle: '' } }, ['header.withoutSample']],
  ['a label of 26 characters', { buttons: [{ type: 'quickReply', label: 'x'.repeat(26) }] }, ['button.tooLong']],
  [
    'two equal labels',
    { buttons: ['A', 'A'].map((label) => ({ type: 'quickReply' as const, label })) },
    ['button.duplicate'],
  ],
  ['an address without a scheme', { buttons: [url('abc.example', '')] }, ['button.url']],
  [
    'a variable inside an address',
    { buttons: [url('https://a.example/{{1}}/x', 'https://a.example/7/x')] },
    ['button.urlVariable'],
  ],
  [
    'an address’ sample that is another',
    { buttons: [url('https://a.example/{{1}}', 'https://b.example/7')] },
    ['button.urlSample'],
  ],
  [
    'a phone number without its country',
    { buttons: [{ type: 'phone', label: 'Call', number: '8041234567' }] },
    ['button.phone'],
  ],
  ['a code of 16 characters', { buttons: [{ type: 'copyCode', sample: 'x'.repeat(16) }] }, ['button.code']],
] satisfies [string, Partial<TemplateContent>, string[]][])('%s is an error', (_, change, expected) => {
  expect(codes(change)).toEqual(expected);
});

test('quick replies that others stand between are refused, and more than three buttons are warned of', () => {
  const reply = (label: string) => ({ type: 'quickReply' as const, label });
  const open = url('https://a.example/x', '');
  expect(codes({ buttons: [reply('A'), open, reply('B')] })).toEqual(['buttons.mixed']);
  expect(codes({ buttons: [reply('A'), reply('B'), reply('C'), open] })).toEqual(['buttons.hidden']);
  const three = ['x', 'y', 'z'].map((label) => ({ ...open, label }));
  expect(codes({ buttons: three })).toEqual(['buttons.tooMany']);
  const eleven = Array.from({ length: 11 }, (_, index) => reply(`Answer ${index}`));
  expect(codes({ buttons: eleven })).toEqual(['buttons.tooMany', 'buttons.hidden']);
});

test('a variable counts as the number that WhatsApp sees, however long its name is', () => {
  const body = `Hello {{the_name_of_the_customer}}, ${'word '.repeat(201)}`.trim();
  expect(codes({ body })).toEqual([]);
});

test('long marketing is warned of, utility is not', () => {
  expect(codes({ body: 'word '.repeat(120) }, 'MARKETING')).toEqual(['body.longMarketing']);
  expect(codes({ body: 'word '.repeat(120) })).toEqual([]);
  expect(codes({ body: '🙏 '.repeat(11) }, 'MARKETING')).toEqual(['body.manyEmoji']);
});

test('a copied language is still to be translated, and has the same variables in the same order', () => {
  const check = (content: TemplateContent) =>
    checkTemplate({ name: 'papers', language: 'kn', category: 'UTILITY', content, original: good }).map(
      ({ message }) => message,
    );
  expect(check(good)).toEqual(['This is still to be written in Kannada.']);
  const variables = [{ name: 'who', sample: 'Asha' }];
  expect(check({ ...good, body: 'ನಮಸ್ಕಾರ {{who}}, ನಿಮ್ಮ ಸಾಲದ ದಾಖಲೆಗಳು ಬರಬೇಕಿವೆ.', variables })).toEqual([
    'Use the same variables in the same order as the other languages: name.',
  ]);
});

test.each([
  ['', 'name.missing'],
  ['Loan', 'name.malformed'],
  ['loan-offer', 'name.malformed'],
  ['x'.repeat(513), 'name.tooLong'],
])('the name %j is refused', (name, code) => {
  expect(checkName(name).map((issue) => issue.code)).toEqual([code]);
});

function url(address: string, sample: string) {
  return { type: 'url' as const, label: 'See', url: address, sample };
}
