import type { LanguageCode } from '../schema/language';
import type { Choice, OutgoingContent } from '../schema/message';
import type { ChoiceTemplate, MessageTemplate } from '../schema/message-template';
import { wireId } from './compile-flow';

type Speaker = Readonly<{ speaker: string; text: (text: Readonly<Record<LanguageCode, string>>) => string }>;

/** A template in the speaker's language with its variables filled, or null when there is nothing to say. */
export function renderMessage(message: MessageTemplate, by: Speaker): OutgoingContent | null {
  if (message.type === 'media') return renderMedia(message, by);
  const text = by.text(message.text);
  if (text.trim() === '') return null;
  switch (message.type) {
    case 'text':
    case 'locationRequest':
      return { type: message.type, text };
    case 'buttons':
      return { type: 'buttons', text, ...footerOf(message, by), buttons: choicesFor(message.buttons, by) };
    case 'list': {
      const buttonLabel = by.text(message.buttonLabel);
      return { type: 'list', text, ...footerOf(message, by), buttonLabel, rows: choicesFor(message.rows, by) };
    }
    case 'link': {
      const [label, url] = [by.text(message.label), by.text(message.url)];
      return { type: 'link', text, ...footerOf(message, by), label, url };
    }
    default:
      return message satisfies never;
  }
}

function renderMedia(message: Extract<MessageTemplate, { type: 'media' }>, by: Speaker): OutgoingContent | null {
  const url = by.text(message.url);
  const caption = message.caption ? by.text(message.caption) : '';
  return url === '' ? null : { type: 'media', kind: message.kind, url, ...(caption === '' ? {} : { caption }) };
}

function footerOf(message: Pick<Extract<MessageTemplate, { type: 'link' }>, 'footer'>, by: Speaker) {
  const footer = message.footer ? by.text(message.footer) : '';
  return footer === '' ? {} : { footer };
}

function choicesFor(choices: readonly ChoiceTemplate[], by: Speaker): Choice[] {
  return choices.map(({ id, title, description }) => ({
    id: wireId(by.speaker, id),
    title: by.text(title),
    ...(description ? { description: by.text(description) } : {}),
  }));
}
