import { describe, expect, it } from 'vitest';
import { defaultProductFacts as facts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { scopeOf } from '../expressions/scope';
import { compileTemplate } from '../expressions/template';
import { checkDraft } from './check-draft';
import type { Grounds } from './grounds';
import { speaksToModel } from './speaks-to-model';
import attacks from './testdata/attacks.json';
import drafts from './testdata/drafts.json';

const nowMs = Date.parse('2026-11-26T11:00:00+05:30');
const slots = {
  loan_amount_needed: 8_000_000,
  property_value: 15_000_000,
  tenure_months: 180,
  monthly_income: 120_000,
  property_location: 'Bengaluru',
};

function problemsOf(draft: string, language = 'en', changes: Partial<Grounds> = {}): readonly string[] {
  const grounds = { language, facts, slots, packs: languages, nowMs, timezone: 'Asia/Kolkata', ...changes };
  return [...new Set(checkDraft(draft, grounds).map(({ code }) => code))].sort();
}

describe('a draft', () => {
  it.each(drafts)('in $language: $draft', ({ language, draft, problems }) => {
    expect(problemsOf(draft, language)).toEqual(problems);
  });
});

describe("the lender's own texts", () => {
  const codes = Object.keys(languages);
  // The caution names an offer to deny it, and the warning about papers names identity numbers to forbid them.
  const texts = Object.entries(facts.texts).filter(([name]) => name !== 'caution' && name !== 'documents_safety');

  it.each(texts)('pass the check in every language: %s', (_name, byLanguage) => {
    for (const language of codes) {
      const env = { language, defaultLanguage: 'en', timezone: 'Asia/Kolkata', nowMs, packs: languages, facts };
      const { text } = compileTemplate(byLanguage[language] ?? '').render(scopeOf(new Map()), env);
      expect({ language, problems: problemsOf(text, language) }).toEqual({ language, problems: [] });
    }
  });
});

describe('what a draft may be borne out by', () => {
  it.each([
    ['the EMI, to the rupee', 'At 8.5% over 15 years ₹80 lakh is about ₹78,779 a month.'],
    ['the EMI, rounded as people do', 'At 8.5% over 15 years ₹80 lakh is about ₹78,800 a month.'],
    ['the limit of the loan', 'Up to 70%, so ₹1.05 crore on your house.'],
    ['the lender to be called', `You can call ${facts.grievance_phone} or write to ${facts.grievance_email}.`],
    ['points that are counted', '1. We value the house\n2. You sign\n3. The money comes'],
  ])('%s', (_what, draft) => {
    expect(problemsOf(draft)).toEqual([]);
  });

  it.each([
    ['a rate that is only a tenure', 'The rate is 15% a year.'],
    ['an EMI that nobody has worked out', 'Your EMI is ₹52,000 a month.'],
    ['number words of another language', 'Only naalu percent interest.'],
    ['digits that are none', 'The rate is ４% a year.'],
    ['a fraction sign', 'The rate is ½% a year.'],
    ['letters that hide', 'The rate is 8\u200b.5% a year, appr\u200boved.'],
    ['letters that imitate', 'Your loan is аpproved.'],
    ['a link', 'Please apply at abc-loans.in today.'],
    ['an empty place', 'Dear {{ name }}, the rate is 8.5% a year.'],
  ])('never %s', (_what, draft) => {
    expect(problemsOf(draft)).not.toEqual([]);
  });

  it('never is a figure about somebody else', () => {
    expect(problemsOf('For ₹80 lakh at 8.5% the EMI is ₹78,800.', 'en', { slots: {} })).not.toEqual([]);
  });

  it('is the day on which a call was agreed, and no other', () => {
    const agreed = { slots: { callback_at: '2026-11-27T17:00:00+05:30' } };
    expect(problemsOf('We will call you tomorrow at 5.', 'en', agreed)).toEqual([]);
    expect(problemsOf('We will call you tomorrow at 6:45.', 'en', agreed)).not.toEqual([]);
    expect(problemsOf('We will call you today at 5.', 'en', agreed)).not.toEqual([]);
    expect(problemsOf('We will call you tomorrow at 5.')).not.toEqual([]);
  });
});

describe('a message that speaks to a model', () => {
  it.each(attacks)('is known as one: $id', ({ text }) => {
    expect(speaksToModel(text, languages)).toBe(true);
  });

  it.each(['rate kya hai', 'please send details', 'ನನ್ನ ಮನೆ 1.5 ಕೋಟಿ', 'act fast please'])('is not "%s"', (text) => {
    expect(speaksToModel(text, languages)).toBe(false);
  });
});
