import { describe, expect, test } from 'vitest';
import type { SlotValue } from '@/flows/schema/slots';
import { toComponents } from '@/flows/templates/template-components';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { shippedTemplates } from '@/prompts/templates/shipped-templates';
import { shippedContent } from '../../templates/shipped/shipped-content';
import { planReason } from '../settings/follow-up-settings';
import { knownFacts } from './known-facts';
import { scriptedWords } from './scripted-words';
import { type FollowUpTemplate, templateWords } from './template-words';

const world = {
  packs: languages,
  facts: defaultProductFacts,
  timezone: 'Asia/Kolkata',
  nowMs: Date.parse('2026-11-24T11:00:00+05:30'),
};
const example: Record<string, SlotValue> = {
  property_type: 'house',
  property_location: 'Bengaluru',
  property_value: 15_000_000,
  loan_amount_needed: 8_000_000,
  loan_purpose: 'business',
};

describe('the words of a follow-up', () => {
  test.each([
    [
      'en',
      'Hello Asha! You wanted some time to think about the ₹80 lakh loan for business against your house in Bengaluru.',
    ],
    ['hi', 'नमस्ते Asha जी! आपकी प्रॉपर्टी (मकान, बेंगलुरु) पर ₹80 लाख के लोन (ज़रूरत: बिज़नेस) के बारे में'],
    ['kn', 'ನಮಸ್ಕಾರ Asha ಅವರೇ! ನಿಮ್ಮ ಆಸ್ತಿ (ಮನೆ, ಬೆಂಗಳೂರು) ಮೇಲಿನ ₹80 ಲಕ್ಷ ಸಾಲದ (ಅಗತ್ಯ: ವ್ಯಾಪಾರ) ಬಗ್ಗೆ'],
    ['ta', 'வணக்கம் Asha! உங்கள் சொத்தின் (வீடு, பெங்களூரு) மீதான ₹80 லட்சம் கடன் (தேவை: தொழில்) பற்றி'],
    ['te', 'నమస్కారం Asha గారు! మీ ఆస్తి (ఇల్లు, బెంగళూరు) మీద లోన్ (₹80 లక్షలు, అవసరం: వ్యాపారం) గురించి'],
  ])('refer to what was said, in %s', (language, begin) => {
    expect(scriptedWords('later', knownFacts(null, example, 'Asha'), language, world).slice(0, begin.length)).toBe(
      begin,
    );
  });

  test.each(Object.keys(languages))('say what is known and leave no hole, whatever that is, in %s', (language) => {
    for (const reason of planReason.options) {
      for (let bits = 0; bits < 2 ** Object.keys(example).length; bits += 1) {
        const facts = Object.fromEntries(Object.entries(example).filter((_, index) => (bits >> index) % 2 === 1));
        const said = scriptedWords(reason, knownFacts(null, facts, bits % 3 === 0 ? 'Asha' : null), language, world);
        expect(said).not.toMatch(/\{\{|\}\}|undefined| {2}|\(\s*[,)]/);
        expect(said.length).toBeLessThan(400);
        if ('loan_amount_needed' in facts) expect(said).toContain('₹80');
        if ('property_type' in facts && reason !== 'silence')
          expect(said).toContain(languages[language]?.labels.property_type?.house);
      }
    }
  });

  test('leave out what says nothing: another need, another property', () => {
    const facts = { ...example, property_type: 'other', loan_purpose: 'other' };
    expect(scriptedWords('silence', knownFacts(null, facts, null), 'en', world)).toBe(
      'Hello! We were speaking about the ₹80 lakh loan against your property, and your details are kept. Shall we go on?',
    );
  });
});

describe('the template outside the 24 hours', () => {
  const known = knownFacts(null, example, 'Asha');

  test.each([
    ['en', 'en', ['Asha', 'house in Bengaluru']],
    ['hi', 'hi', ['Asha', 'मकान, बेंगलुरु']],
    ['kn', 'kn', ['Asha', 'ಮನೆ, ಬೆಂಗಳೂರು']],
    ['ta', 'ta', ['Asha', 'வீடு, பெங்களூரு']],
    ['te', 'te', ['Asha', 'ఇల్లు, బెంగళూరు']],
  ])('says the name and the property in %s', (spoken, code, values) => {
    expect(templateWords(shipped('APPROVED'), known, spoken, world)).toMatchObject({
      ok: true,
      isMarketing: false,
      payload: {
        template: {
          name: 'loan_follow_up',
          language: { code },
          components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }],
        },
      },
    });
  });

  test('is in English, in the words of English, where it is not approved in their language', () => {
    const inEnglish = shipped('APPROVED').filter(({ language }) => language === 'en');
    expect(templateWords([{ ...first(inEnglish), language: 'en_IN' }], known, 'kn', world)).toMatchObject({
      language: 'en',
      content: { language: 'en', variables: ['Asha', 'house in Bengaluru'] },
      payload: { template: { language: { code: 'en_IN' } } },
      text: expect.stringContaining('a loan against your house in Bengaluru'),
    });
  });

  test('says a neutral name and property where neither is known', () => {
    const nobody = knownFacts(null, {}, null);
    expect(templateWords(shipped('APPROVED'), nobody, 'hi', world)).toMatchObject({
      content: { variables: ['ग्राहक', 'मकान, ज़मीन या दुकान'] },
    });
  });

  test('fills any slot by its name, written as people write it', () => {
    const components = [{ type: 'BODY', text: 'Hello {{first_name}}, {{loan_amount_needed}} for {{loan_purpose}}?' }];
    expect(templateWords([{ ...first(shipped('APPROVED')), components }], known, 'en', world)).toMatchObject({
      text: 'Hello Asha, ₹80 lakh for business?',
      payload: {
        template: {
          components: [
            {
              parameters: [
                { text: 'Asha', parameter_name: 'first_name' },
                { text: '₹80 lakh', parameter_name: 'loan_amount_needed' },
                { text: 'business', parameter_name: 'loan_purpose' },
              ],
            },
          ],
        },
      },
    });
  });

  test.each([
    ['is approved in no language', shipped('PAUSED'), 'template.missing'],
    ['is not there', [], 'template.missing'],
    ['asks for what is not known', [withBody('Your EMI is {{current_emi}}.')], 'template.unfit'],
    ['asks for what nobody knows', [withBody('Your {{lucky_number}}.')], 'template.unfit'],
  ])('does not go where it %s', (_why, templates, code) => {
    expect(templateWords(templates, known, 'en', world)).toEqual({ ok: false, code });
  });
});

function shipped(status: string): readonly FollowUpTemplate[] {
  const template = shippedTemplates.find(({ name }) => name === 'loan_follow_up');
  if (!template) throw new Error('It is not shipped.');
  return Object.keys(template.languages).flatMap((language) => {
    const content = shippedContent(template, language);
    const { name, category } = template;
    return content ? [{ name, language, category, status, components: toComponents(content) }] : [];
  });
}

function withBody(text: string): FollowUpTemplate {
  return { ...first(shipped('APPROVED')), components: [{ type: 'BODY', text }] };
}

function first(templates: readonly FollowUpTemplate[]): FollowUpTemplate {
  const [template] = templates;
  if (!template) throw new Error('There is none.');
  return template;
}
