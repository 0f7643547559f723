import { channelPayload } from './channel-payload';

type Choice = Readonly<{ id: string; title: string; description?: string | undefined }>;

/** One message on the wire as a phone draws it. */
export type PhoneMessage =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'buttons'; text: string; footer: string | null; choices: readonly Choice[] }>
  | Readonly<{ type: 'list'; text: string; footer: string | null; label: string; choices: readonly Choice[] }>
  | Readonly<{ type: 'media'; kind: 'image' | 'video' | 'audio' | 'document'; url: string; caption: string | null }>
  | Readonly<{ type: 'template'; name: string; variables: readonly string[] }>;

/** A stored payload of the outbox as a phone draws it, or undefined for one that an older version wrote differently. */
export function toPhoneMessage(stored: unknown): PhoneMessage | undefined {
  const { data: payload } = channelPayload.safeParse(stored);
  switch (payload?.type) {
    case undefined:
      return undefined;
    case 'text':
      return { type: 'text', text: payload.text.body };
    case 'interactive':
      return toInteractive(payload.interactive);
    case 'image':
      return { type: 'media', kind: 'image', url: payload.image.link, caption: payload.image.caption ?? null };
    case 'video':
      return { type: 'media', kind: 'video', url: payload.video.link, caption: payload.video.caption ?? null };
    case 'audio':
      return { type: 'media', kind: 'audio', url: payload.audio.link, caption: null };
    case 'document':
      return { type: 'media', kind: 'document', url: payload.document.link, caption: payload.document.caption ?? null };
    case 'template': {
      const { name, components } = payload.template;
      return {
        type: 'template',
        name,
        variables: components.flatMap((part) => part.parameters.map(({ text }) => text)),
      };
    }
    default:
      return payload satisfies never;
  }
}

type Interactive = Extract<ReturnType<typeof channelPayload.parse>, { type: 'interactive' }>['interactive'];

function toInteractive(interactive: Interactive): PhoneMessage {
  const text = interactive.body.text;
  const footer = interactive.footer?.text ?? null;
  if (interactive.type === 'button') {
    return { type: 'buttons', text, footer, choices: interactive.action.buttons.map(({ reply }) => reply) };
  }
  const choices = interactive.action.sections.flatMap((section) => section.rows);
  return { type: 'list', text, footer, label: interactive.action.button, choices };
}
