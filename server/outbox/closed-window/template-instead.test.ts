import { expect, test } from 'vitest';
import { type FittingTemplate, templateInstead } from './template-instead';

const asha = { language: 'kn', name: ' Asha\nRao ' };
const body = { type: 'BODY', text: 'Hello {{1}}, shall we go on?', variableNames: ['name'] };

test('the template goes in the language of the contact, with their name', () => {
  expect(templateInstead([template('en'), template('kn')], asha)).toMatchObject({
    ok: true,
    payload: {
      type: 'template',
      template: {
        name: 'go_on',
        language: { code: 'kn' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Asha Rao' }] }],
      },
    },
  });
});

test('it goes in English where it is not approved in their language, and not at all where it is approved in neither', () => {
  const templates = [template('kn', { status: 'PAUSED' }), template('hi'), template('en_US')];
  expect(templateInstead(templates, asha)).toMatchObject({ payload: { template: { language: { code: 'en_US' } } } });
  expect(templateInstead([template('hi')], asha)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('not approved in their language nor in English'),
  });
});

test('a value is named where WhatsApp knows the variable by name', () => {
  const components = [{ type: 'BODY', text: 'Hello {{first_name}}, shall we go on?' }];
  expect(templateInstead([template('kn', { components })], asha)).toMatchObject({
    payload: { template: { components: [{ parameters: [{ parameter_name: 'first_name', text: 'Asha Rao' }] }] } },
  });
});

test('a single variable without a name is taken for the customer’s, and a template without variables gets none', () => {
  const numbered = [{ type: 'BODY', text: 'Hello {{1}}, shall we go on?' }];
  expect(templateInstead([template('kn', { components: numbered })], asha).ok).toBe(true);
  const plain = [{ type: 'BODY', text: 'Shall we go on?' }];
  expect(templateInstead([template('kn', { components: plain })], asha)).toMatchObject({
    payload: { template: { components: [] } },
  });
});

test.each([
  ['another variable', [{ type: 'BODY', text: 'Hello {{1}}, about your {{2}}.', variableNames: ['name', 'property'] }]],
  ['a picture above', [{ type: 'HEADER', format: 'IMAGE' }, body]],
  ['a variable above', [{ type: 'HEADER', format: 'TEXT', text: 'For {{1}}', variableNames: ['name'] }, body]],
  ['an address with a variable', [body, buttons({ type: 'URL', text: 'See', url: 'https://a.example/{{1}}' })]],
  ['a code', [body, buttons({ type: 'COPY_CODE', example: 'ONAM25' })]],
  ['a part that we can’t read', [body, { type: 'CAROUSEL' }]],
])('a template with %s needs more than the name and does not go', (_what, components) => {
  expect(templateInstead([template('kn', { components })], asha)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('needs more than the name'),
  });
});

function template(language: string, own: Partial<FittingTemplate> = {}): FittingTemplate {
  return { name: 'go_on', language, status: 'APPROVED', components: [body], ...own };
}

function buttons(button: object) {
  return { type: 'BUTTONS', buttons: [button] };
}
