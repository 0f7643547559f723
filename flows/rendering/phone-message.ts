import type { MediaKind, TemplateButton } from '../schema/message';
import { type ChannelPayload, channelPayload } from './channel-payload';

type Choice = Readonly<{ id: string; title: string; description?: string | undefined }>;

/** Where a file is: its address, or the channel's own id of a file that was handed to it; the other is null. */
type File = Readonly<{ url: string | null; mediaId: string | null }>;

/** What stands above a template's body. */
export type PhoneHeader =
  | Readonly<{ type: 'text'; text: string }>
  | (Readonly<{ type: 'image' | 'video' | 'document' }> & File);

type Drawn =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'buttons'; text: string; footer: string | null; choices: readonly Choice[] }>
  | Readonly<{ type: 'list'; text: string; footer: string | null; label: string; choices: readonly Choice[] }>
  | Readonly<{ type: 'link'; text: string; footer: string | null; label: string; url: string }>
  | Readonly<{ type: 'locationRequest'; text: string }>
  /** `filename` is what a document is called. */
  | (Readonly<{ type: 'media'; kind: MediaKind; caption: string | null; filename?: string }> & File)
  | Readonly<{ type: 'reaction'; to: string; emoji: string }>
  | Readonly<{
      type: 'template';
      name: string;
      header: PhoneHeader | null;
      variables: readonly string[];
      buttons: readonly TemplateButton[];
    }>;

/** One message on the wire as a phone draws it. `quotes` is the id of the customer's message that it shows above itself. */
export type PhoneMessage = Drawn & Readonly<{ quotes?: string }>;

/** A stored payload of the outbox as a phone draws it, or undefined for one that an older version wrote differently. */
export function toPhoneMessage(stored: unknown): PhoneMessage | undefined {
  const { data: payload } = channelPayload.safeParse(stored);
  if (!payload) return undefined;
  const drawn = draw(payload);
  return payload.context === undefined ? drawn : { ...drawn, quotes: payload.context.message_id };
}

function draw(payload: ChannelPayload): Drawn {
  switch (payload.type) {
    case 'text':
      return { type: 'text', text: payload.text.body };
    case 'interactive':
      return drawInteractive(payload.interactive);
    case 'image':
      return { type: 'media', kind: 'image', ...fileOf(payload.image), caption: payload.image.caption ?? null };
    case 'video':
      return { type: 'media', kind: 'video', ...fileOf(payload.video), caption: payload.video.caption ?? null };
    case 'audio':
      return { type: 'media', kind: payload.audio.voice ? 'voice' : 'audio', ...fileOf(payload.audio), caption: null };
    case 'document':
      return {
        type: 'media',
        kind: 'document',
        ...fileOf(payload.document),
        caption: payload.document.caption ?? null,
        ...(payload.document.filename === undefined ? {} : { filename: payload.document.filename }),
      };
    case 'reaction':
      return { type: 'reaction', to: payload.reaction.message_id, emoji: payload.reaction.emoji };
    case 'template':
      return drawTemplate(payload.template);
    default:
      return payload satisfies never;
  }
}

type PayloadOf<T extends ChannelPayload['type']> = Extract<ChannelPayload, { type: T }>;

function drawInteractive(interactive: PayloadOf<'interactive'>['interactive']): Drawn {
  const text = interactive.body.text;
  const footer = ('footer' in interactive && interactive.footer?.text) || null;
  switch (interactive.type) {
    case 'button':
      return { type: 'buttons', text, footer, choices: interactive.action.buttons.map(({ reply }) => reply) };
    case 'list': {
      const choices = interactive.action.sections.flatMap((section) => section.rows);
      return { type: 'list', text, footer, label: interactive.action.button, choices };
    }
    case 'cta_url': {
      const { display_text: label, url } = interactive.action.parameters;
      return { type: 'link', text, footer, label, url };
    }
    case 'location_request_message':
      return { type: 'locationRequest', text };
    default:
      return interactive satisfies never;
  }
}

function drawTemplate({ name, components }: PayloadOf<'template'>['template']): Drawn {
  let header: PhoneHeader | null = null;
  const variables: string[] = [];
  const buttons: TemplateButton[] = [];
  for (const component of components) {
    if (component.type === 'header') header = headerOf(component) ?? header;
    else if (component.type === 'body') variables.push(...component.parameters.map(({ text }) => text));
    else buttons.push(buttonOf(component));
  }
  return { type: 'template', name, header, variables, buttons };
}

type ComponentOf<T extends string> = Extract<
  PayloadOf<'template'>['template']['components'][number],
  { readonly type: T }
>;

function headerOf({ parameters }: ComponentOf<'header'>): PhoneHeader | undefined {
  const [first] = parameters;
  switch (first?.type) {
    case undefined:
      return undefined;
    case 'text':
      return { type: 'text', text: first.text };
    case 'image':
      return { type: 'image', ...fileOf(first.image) };
    case 'video':
      return { type: 'video', ...fileOf(first.video) };
    case 'document':
      return { type: 'document', ...fileOf(first.document) };
    default:
      return first satisfies never;
  }
}

const buttonTypes = { quick_reply: 'quickReply', url: 'url', copy_code: 'copyCode' } as const;

function buttonOf({ index, sub_type, parameters }: ComponentOf<'button'>): TemplateButton {
  const [first] = parameters;
  const value =
    first?.type === 'payload' ? first.payload : first?.type === 'text' ? first.text : (first?.coupon_code ?? '');
  return { index: Number(index), type: buttonTypes[sub_type], value };
}

function fileOf({ link, id }: { readonly link?: string | undefined; readonly id?: string | undefined }): File {
  return { url: link ?? null, mediaId: id ?? null };
}
