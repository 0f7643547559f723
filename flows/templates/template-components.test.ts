import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromComponents, hasNamedVariables, toComponents, variablesOf, withoutNames } from './template-components';
import { emptyTemplateContent, nameLender, settleVariables, type TemplateContent } from './template-content';

const followUp: TemplateContent = {
  header: { type: 'text', text: 'For {{name}}', sample: 'Asha' },
  body: 'Hello {{name}}, about your {{property}}: shall we go on?',
  variables: [
    { name: 'name', sample: 'Asha' },
    { name: 'property', sample: 'house' },
  ],
  footer: '{{lender}}',
  buttons: [
    { type: 'quickReply', label: 'Yes' },
    { type: 'url', label: 'See', url: 'https://abc.example/l/{{1}}', sample: 'https://abc.example/l/7' },
    { type: 'phone', label: 'Call', number: '+918041234567' },
    { type: 'copyCode', sample: 'ABC25' },
  ],
};

describe('a template in WhatsApp’s shape', () => {
  test('has numbers for names, samples in their order, and keeps our names apart', () => {
    expect(toComponents(followUp)).toEqual([
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'For {{1}}',
        example: { header_text: ['Asha'] },
        variableNames: ['name'],
      },
      {
        type: 'BODY',
        text: 'Hello {{1}}, about your {{2}}: shall we go on?',
        example: { body_text: [['Asha', 'house']] },
        variableNames: ['name', 'property'],
      },
      { type: 'FOOTER', text: '{{lender}}' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Yes' },
          { type: 'URL', text: 'See', url: 'https://abc.example/l/{{1}}', example: ['https://abc.example/l/7'] },
          { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+918041234567' },
          { type: 'COPY_CODE', example: 'ABC25' },
        ],
      },
    ]);
    expect(JSON.stringify(withoutNames(toComponents(followUp)))).not.toContain('variableNames');
  });

  test('comes back as it was written', () => {
    expect(fromComponents(toComponents(followUp))).toEqual(followUp);
    expect(variablesOf(toComponents(followUp))).toEqual(['name', 'property']);
  });

  test('comes back as it was written, whatever was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/).filter((found) => found !== 'lender');
    const words = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((found) => !/[{}]/.test(found));
    const content = fc
      .record({ names: fc.uniqueArray(name, { maxLength: 4 }), words: fc.array(words, { minLength: 5, maxLength: 5 }) })
      .map(({ names, words }) => ({
        ...emptyTemplateContent,
        body: words.map((part, index) => part + (names[index] ? `{{${names[index]}}}` : '')).join(''),
        variables: names.map((one) => ({ name: one, sample: words[0] ?? '' })),
        footer: words[1] ?? '',
      }));
    fc.assert(
      fc.property(content, (written) => {
        expect(fromComponents(toComponents(written))).toEqual(written);
      }),
    );
  });

  test('keeps numbers in the order of the variables where a language names them in another order', () => {
    const turned = { ...followUp, header: null, body: 'About {{property}}, dear {{name}}: shall we go on?' };
    expect(toComponents(turned)[0]).toMatchObject({ text: 'About {{2}}, dear {{1}}: shall we go on?' });
  });
});

describe('a template that was made elsewhere', () => {
  test('has names made up for its numbers', () => {
    const made = [{ type: 'BODY', text: 'Hi {{1}}, order {{2}} came.', example: { body_text: [['Asha', '17']] } }];
    expect(fromComponents(made)).toMatchObject({
      body: 'Hi {{value1}}, order {{value2}} came.',
      variables: [
        { name: 'value1', sample: 'Asha' },
        { name: 'value2', sample: '17' },
      ],
    });
    expect(variablesOf(made)).toEqual(['value1', 'value2']);
    expect(hasNamedVariables(made)).toBe(false);
  });

  test('keeps names that WhatsApp knows, and is known by them', () => {
    const body_text_named_params = [{ param_name: 'first_name', example: 'Asha' }];
    const made = [{ type: 'BODY', text: 'Hi {{first_name}}, welcome.', example: { body_text_named_params } }];
    expect(fromComponents(made)?.variables).toEqual([{ name: 'first_name', sample: 'Asha' }]);
    expect(hasNamedVariables(made)).toBe(true);
  });

  test('can’t be written here when it has parts of other kinds, but its variables are known', () => {
    const made = [
      { type: 'BODY', text: 'Hi {{1}}, fill this in.' },
      { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Open', flow_id: '1' }] },
    ];
    expect(fromComponents(made)).toBeUndefined();
    expect(variablesOf(made)).toEqual(['value1']);
    expect(fromComponents('nonsense')).toBeUndefined();
    expect(variablesOf(null)).toEqual([]);
  });
});

test('a variable that is written comes in and one that is no longer written goes, the others keep their samples', () => {
  const body = 'Dear {{name}}, come at {{time}} please.';
  expect(settleVariables({ ...followUp, body })).toEqual([
    { name: 'name', sample: 'Asha' },
    { name: 'time', sample: '' },
  ]);
});

test('the lender’s name is filled in before WhatsApp sees the text', () => {
  expect(nameLender({ ...followUp, body: 'Hi {{name}}, {{ lender }} here.' }, 'ABC Finance')).toMatchObject({
    body: 'Hi {{name}}, ABC Finance here.',
    footer: 'ABC Finance',
  });
});
