import type { TemplateContent } from '@/flows/templates/template-content';
import type { CampaignPlan, CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import { guessText } from './field-text';

export type Variants = CampaignPlan['variants'];

/** As many as a plan takes. */
export const MOST_VARIANTS = 5;

/** One language of the chosen template. */
export type TemplateOf = Readonly<{ language: string; content: TemplateContent | null }>;

/** One more variant, made from the last, with the shares split evenly. */
export function addVariant(variants: Variants): Variants {
  const last = variants.at(-1);
  const id = letters.find((letter) => variants.every((variant) => variant.id !== letter));
  if (!last || id === undefined) return variants;
  return splitEvenly([...variants, { ...last, id }]);
}

/** Without that variant; the others share what it had. */
export function removeVariant(variants: Variants, id: string): Variants {
  return splitEvenly(variants.filter((variant) => variant.id !== id));
}

/** The share of one variant as it was set; with two of them, the other takes the rest. */
export function setShare(variants: Variants, id: string, share: number): Variants {
  const isPair = variants.length === 2;
  const set = isPair ? Math.min(99, Math.max(1, share)) : share;
  return variants.map((variant) => {
    if (variant.id === id) return { ...variant, share: set };
    return isPair ? { ...variant, share: 100 - set } : variant;
  });
}

/** Equal shares that make 100; what is left over goes to the first ones. */
export function splitEvenly(variants: Variants): Variants {
  const each = Math.floor(100 / Math.max(1, variants.length));
  const rest = 100 - each * variants.length;
  return variants.map((variant, index) => ({ ...variant, share: each + (index < rest ? 1 : 0) }));
}

/** The variant with another template: its variables are filled with the fields that bear their names. */
export function withTemplate(
  variant: Pick<CampaignVariant, 'id' | 'share'>,
  template: string,
  texts: readonly TemplateOf[],
  fields: readonly string[],
): CampaignVariant {
  const written = texts.flatMap(({ content }) => (content ? [content] : []));
  const names = written[0]?.variables.map(({ name }) => name) ?? [];
  const spoken = texts.map(({ language }) => language);
  return {
    id: variant.id,
    share: variant.share,
    template,
    variables: names.map((name) => inAll(spoken, guessText(name, fields))),
  };
}

/** The languages of a template as a plan names them: WhatsApp's "en_US" is our "en". */
export function textsOf(texts: readonly TemplateOf[]): readonly TemplateOf[] {
  return texts.map(({ language, content }) => ({ language: language.split('_')[0] ?? language, content }));
}

/** One text for every language. */
export function inAll(languages: readonly string[], text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

const letters = ['A', 'B', 'C', 'D', 'E'] as const;
