import type { LanguageCode } from '../schema/language';
import type { Choice, OutgoingContent } from '../schema/message';
import type { ChoiceTemplate, MessageTemplate } from '../schema/message-template';
import { wireId } from './compile-flow';

type Speaker = Readonly<{ speaker: string; text: (text: Readonly<Record<LanguageCode, string>>) => string }>;

/** A template in the speaker's language with its variables filled, or null when there is nothing to say. */
export function renderMessage(message: MessageTemplate, by: Speaker): OutgoingContent | null {
  if (message.type === 'media') {
    const url = by.text(message.url);
    const caption = message.caption ? by.text(message.caption) : '';
    return url === '' ? null : { type: 'media', kind: message.kind, url, ...(caption === '' ? {} : { caption }) };
  }
  const text = by.text(message.text);
  if (text.trim() === '') return null;
  if (message.type === 'text') return { type: 'text', text };
  const footer = message.footer ? by.text(message.footer) : '';
  const body = footer === '' ? { text } : { text, footer };
  if (message.type === 'buttons') return { type: 'buttons', ...body, buttons: choicesFor(message.buttons, by) };
  return { type: 'list', ...body, buttonLabel: by.text(message.buttonLabel), rows: choicesFor(message.rows, by) };
}

function choicesFor(choices: readonly ChoiceTemplate[], by: Speaker): Choice[] {
  return choices.map(({ id, title, description }) => ({
    id: wireId(by.speaker, id),
    title: by.text(title),
    ...(description ? { description: by.text(description) } : {}),
  }));
}
