import type { TemplateContent } from '@/flows/templates/template-content';
import type { ShippedTemplate } from '@/prompts/templates/shipped-templates';

/** One language of a shipped template as it is written in the studio; undefined for a language that it doesn't have. */
export function shippedContent(
  { variables, languages }: ShippedTemplate,
  language: string,
): TemplateContent | undefined {
  const words = languages[language];
  if (!words) return;
  const { body, footer, quickReplies, samples } = words;
  return {
    header: null,
    body,
    variables: variables.map((name) => ({ name, sample: samples[name] ?? '' })),
    footer,
    buttons: quickReplies.map((label) => ({ type: 'quickReply', label })),
  };
}
