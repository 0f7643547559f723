import { describe, expect, test } from 'vitest';
import { emptyTemplateContent, type TemplateContent } from '@/flows/templates/template-content';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import type { AudienceMember } from '../audience/audience-member';
import { type CampaignVariant, campaignPlan } from '../plan/campaign-plan';
import { checkMessage } from '../plan/check-message';
import type { MessageWorld, SendableText } from './message-world';
import { resolveContent } from './resolve-content';

const asha: AudienceMember = {
  cursor: '2',
  contactId: 'asha',
  language: 'kn',
  timezone: 'Asia/Kolkata',
  name: 'Asha',
  interest: 0.5,
  slots: { property_type: 'house', property_value: 15_000_000 },
  columns: { city: 'Hosur', amount: '5000000', pin: '0560' },
};
const body: TemplateContent = {
  ...emptyTemplateContent,
  body: 'Hello {{name}}, about {{thing}}',
  variables: [
    { name: 'name', sample: 'Ravi' },
    { name: 'thing', sample: 'your house' },
  ],
};

describe('a message to one person', () => {
  test('goes in their language, with what is known of them in it', () => {
    const own = variant('{{ name }}', '{{ property_type | label }}, {{ property_value | lakhCrore }}');
    expect(resolveContent(own, asha, world(text('en'), text('kn')))).toEqual({
      ok: true,
      language: 'kn',
      content: { type: 'template', name: 'offer', language: 'kn', variables: ['Asha', 'ಮನೆ, ₹1.5 ಕೋಟಿ'] },
    });
  });

  test.each([
    [['hi', 'en_IN'], 'en'],
    [['ta', 'hi'], 'ta'],
    [['kn_IN', 'en'], 'kn'],
  ])('where the template is approved in %j it goes in %s', (codes, language) => {
    const own = variant('{{ name }}', 'x');
    expect(resolveContent(own, asha, world(...codes.map((code) => text(code))))).toMatchObject({
      language,
      content: { language },
    });
  });

  test.each([
    ['{{ column.city }}', 'Hosur'],
    ['{{ column.amount | inr }}', '₹50,00,000'],
    ['{{ column.pin }}', '0560'],
    ['{{ facts.rate_min }}', String(defaultProductFacts.rate_min)],
    ['{{ language }}', 'en'],
    ['{{ column.nothing | default("there") }}', 'there'],
    ['one\n two\t{{ column.city }}', 'one two Hosur'],
  ])('%j is %j', (source, value) => {
    const member = { ...asha, language: 'en' };
    expect(resolveContent(variant('x', source), member, world(text('en')))).toMatchObject({
      content: { variables: ['x', value] },
    });
  });

  test.each([
    ['what is not known', variant('x', 'for {{ pincode }}'), 'variable.empty', 'variables.1'],
    ['a column that the file has not', variant('x', '{{ column.toString }}'), 'variable.empty', 'variables.1'],
    ['nothing at a place', variant('x'), 'variable.missing', 'variables.1'],
    ['another template', { ...variant('x', 'y'), template: 'other' }, 'template.missing', ''],
  ])('%s is a problem', (_what, own, code, path) => {
    expect(resolveContent(own, asha, world(text('kn')))).toEqual({ ok: false, code, path });
  });

  test('a template that may not be sent now, or wants more, is a problem', () => {
    expect(resolveContent(variant('x', 'y'), asha, world())).toMatchObject({ code: 'template.notApproved' });
    const strange = { ...text('kn'), content: null };
    expect(resolveContent(variant('x', 'y'), asha, world(strange))).toMatchObject({ code: 'template.unsupported' });
  });

  test('a header is filled where the template has a place for it, and left out where it has none', () => {
    const own = { ...variant('x', 'y'), header: { en: 'For {{ name }}' } };
    const headed = text('kn', { ...body, header: { type: 'text', text: '{{who}}', sample: 'Ravi' } });
    expect(resolveContent(own, asha, world(headed))).toMatchObject({
      content: { header: { type: 'text', text: 'For Asha' } },
    });
    expect(resolveContent(own, asha, world(text('kn')))).not.toHaveProperty('content.header');
    const pictured = text('kn', { ...body, header: { type: 'image', handle: 'h' } });
    expect(resolveContent(variant('x', 'y'), asha, world(pictured))).toMatchObject({
      code: 'variable.missing',
      path: 'header',
    });
  });
});

describe('the check of a message', () => {
  const known = { names: new Set(['name', 'property_type']), columns: new Set(['city']) };
  const issues = (...variants: readonly CampaignVariant[]) =>
    checkMessage(variants, world(text('en')), known).map(({ code, path, values }) => ({ code, path, values }));

  test('says nothing of one that can be sent', () => {
    expect(issues(variant('{{ name }}', '{{ column.city }}'))).toEqual([]);
  });

  test('says what is missing, broken or not known', () => {
    expect(issues()).toEqual([{ code: 'message.missing', path: 'variants', values: {} }]);
    expect(issues(variant('{{ name'))).toEqual([
      {
        code: 'variable.broken',
        path: 'variants.0.variables.0',
        values: { problem: expect.stringContaining('closed') },
      },
      { code: 'variable.missing', path: 'variants.0.variables.1', values: { variable: 'thing' } },
    ]);
    expect(issues(variant('{{ nam }}', '{{ column.town }}'))).toMatchObject([
      { code: 'variable.unknownName', values: { name: 'nam' } },
      { code: 'variable.unknownName', values: { name: 'column.town' } },
    ]);
  });

  test('wants shares that make a hundred, and a letter for each', () => {
    const half = { ...variant('x', 'y'), share: 60 };
    expect(issues(half, half)).toMatchObject([
      { code: 'shares.notHundred', values: { sum: 120 } },
      { code: 'variant.duplicate' },
    ]);
  });

  test('wants the address of a picture', () => {
    const pictured = world(text('en', { ...body, header: { type: 'image', handle: 'h' } }));
    const codes = (header?: string) =>
      checkMessage([{ ...variant('x', 'y'), ...(header ? { header: { en: header } } : {}) }], pictured, known).map(
        ({ code }) => code,
      );
    expect([codes(), codes('a house'), codes('https://a.example/house.jpg')]).toEqual([
      ['header.missing'],
      ['header.notAddress'],
      [],
    ]);
  });
});

function variant(...variables: readonly string[]): CampaignVariant {
  const own = { id: 'A', share: 100, template: 'offer', variables: variables.map((source) => ({ en: source })) };
  const [parsed] = campaignPlan.shape.variants.parse([own]);
  if (!parsed) throw new Error('One was given.');
  return parsed;
}

function text(code: string, content: TemplateContent | null = body): SendableText {
  return { code, language: code.split('_')[0] ?? code, content };
}

function world(...texts: readonly SendableText[]): MessageWorld {
  const templates = new Map([['offer', { name: 'offer', category: 'MARKETING', texts }]]);
  const nowMs = Date.parse('2026-11-26T10:00:00+05:30');
  return { nowMs, channel: 'whatsapp', facts: defaultProductFacts, packs: languages, templates };
}
