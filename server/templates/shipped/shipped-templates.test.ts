import { describe, expect, test } from 'vitest';
import type { Intent } from '@/flows/schema/intents';
import { checkTemplate } from '@/flows/templates/check-template';
import { nameLender, namesIn, type TemplateContent } from '@/flows/templates/template-content';
import { languages } from '@/prompts/load-languages';
import { shippedTemplates } from '@/prompts/templates/shipped-templates';
import { readerFromDisk } from '../../understanding/reader-from-disk';
import { shippedContent } from './shipped-content';

const { reader } = readerFromDisk();

/** What a tap on each quick reply must mean, in the order in which they stand. */
const meanings: Readonly<Record<string, readonly Intent[]>> = {
  loan_introduction: ['affirm', 'follow_up_later', 'opt_out'],
  loan_follow_up: ['affirm', 'talk_to_human', 'follow_up_later'],
  interest_rate_drop: ['affirm', 'follow_up_later', 'opt_out'],
  document_reminder: ['ask_documents', 'follow_up_later', 'talk_to_human'],
  officer_introduction: ['affirm', 'follow_up_later'],
};

// Long enough to count every character as if it stood there: the lender's name may be another one.
const lenderName = 'A Lender With A Rather Long Name Ltd';

describe.each(shippedTemplates)('the shipped template $name', (template) => {
  test('speaks every language', () => {
    expect(Object.keys(template.languages).sort()).toEqual(Object.keys(languages).sort());
  });

  test.each(Object.keys(template.languages))('would be taken by WhatsApp in %s', (language) => {
    const original = language === 'en' ? null : nameLender(contentOf('en'), lenderName);
    const content = nameLender(contentOf(language), lenderName);
    const { name, category } = template;
    expect(checkTemplate({ name, language, category, content, original })).toEqual([]);
    expect([...namesIn(content.body)].sort()).toEqual([...template.variables].sort());
  });

  test.each(Object.keys(template.languages))('is answered as meant by its quick replies in %s', (language) => {
    const read = contentOf(language).buttons.map((button) => {
      const text = button.type === 'quickReply' ? button.label : '';
      return reader.understand([{ messageId: 'tap', text }], context(language)).intent;
    });
    expect(read).toEqual(meanings[template.name]);
  });

  function contentOf(language: string): TemplateContent {
    const content = shippedContent(template, language);
    if (!content) throw new Error(`It says nothing in ${language}.`);
    return content;
  }
});

function context(language: string) {
  return { language, expects: [], now: '2026-11-26T11:00:00+05:30', timezone: 'Asia/Kolkata' };
}
