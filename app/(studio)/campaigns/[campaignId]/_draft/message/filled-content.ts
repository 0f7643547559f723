import type { OutgoingContent } from '@/flows/schema/message';
import { nameLender, type TemplateContent } from '@/flows/templates/template-content';
import type { TemplateView } from '../../../campaign-types';
import { textsOf } from './edit-variants';

type Sent = Extract<OutgoingContent, { type: 'template' }>;

/** A template's words with the values that one person gets; undefined where they are written elsewhere. */
export function filledContent(view: TemplateView, language: string, sent: Sent | null): TemplateContent | undefined {
  const content = textsOf(view.texts).find((text) => text.language === language)?.content;
  if (!content) return undefined;
  const named = nameLender(content, view.lenderName);
  if (sent === null) return named;
  const { header } = named;
  return {
    ...named,
    variables: named.variables.map((variable, index) => ({ ...variable, sample: sent.variables[index] ?? '' })),
    header: header?.type === 'text' && sent.header?.type === 'text' ? { ...header, sample: sent.header.text } : header,
  };
}
