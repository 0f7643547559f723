import type { TemplateButton, TemplateHeader } from '../schema/message';
import { whatsAppLimits as limits } from '../schema/whatsapp-limits';
import type { ChannelPayload } from './channel-payload';
import { fitText } from './cut-text';
import { type ContentOf, envelope } from './text-payloads';

type TemplatePayload = Extract<ChannelPayload, { type: 'template' }>;
type Component = TemplatePayload['template']['components'][number];

/** An approved template with what is filled in at send time: header, body and buttons, as far as it has them. */
export function renderTemplate(content: ContentOf<'template'>): TemplatePayload {
  const { name, language, variables, header, buttons = [] } = content;
  const parameters = variables.map((variable) => ({
    type: 'text' as const,
    text: templateVariable(variable, limits.templateBody),
  }));
  return {
    ...envelope,
    type: 'template',
    template: {
      name,
      language: { code: language },
      components: [
        ...(header ? [headerComponent(header)] : []),
        ...(parameters.length === 0 ? [] : [{ type: 'body' as const, parameters }]),
        ...buttons.map(buttonComponent),
      ],
    },
  };
}

function headerComponent(header: TemplateHeader): Component {
  switch (header.type) {
    case 'text':
      return { type: 'header', parameters: [{ type: 'text', text: templateVariable(header.text, limits.header) }] };
    case 'image':
      return { type: 'header', parameters: [{ type: 'image', image: { link: header.url } }] };
    case 'video':
      return { type: 'header', parameters: [{ type: 'video', video: { link: header.url } }] };
    case 'document':
      return { type: 'header', parameters: [{ type: 'document', document: { link: header.url } }] };
    default:
      return header satisfies never;
  }
}

/** An address or a code that was shortened would be another one, so these go out as they are. */
function buttonComponent({ type, index, value }: TemplateButton): Component {
  const place = { type: 'button' as const, index: String(index) };
  switch (type) {
    case 'quickReply':
      return { ...place, sub_type: 'quick_reply', parameters: [{ type: 'payload', payload: value }] };
    case 'url':
      return { ...place, sub_type: 'url', parameters: [{ type: 'text', text: value }] };
    case 'copyCode':
      return { ...place, sub_type: 'copy_code', parameters: [{ type: 'coupon_code', coupon_code: value }] };
    default:
      return type satisfies never;
  }
}

/** WhatsApp refuses a variable that is empty or holds a line break, a tab or a run of blanks. */
function templateVariable(text: string, limit: number): string {
  return fitText(text.replace(/\s+/g, ' ').trim(), limit) || '–';
}
