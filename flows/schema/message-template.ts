import { z } from 'zod';
import { intent } from './intents';
import { localizedText } from './language';
import { mediaKind } from './message';
import { slotName, slotValue } from './slots';

/**
 * A choice as an author writes it. A tap means what `fills` and `intent` say, also when the message is an old one;
 * without either, the tapped title is read like typed text.
 */
export const choiceTemplate = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_.:=-]{1,100}$/, 'A choice id has letters, digits and "_.:=-".'),
  title: localizedText,
  description: localizedText.optional(),
  fills: z.record(slotName, slotValue).optional(),
  intent: intent.optional(),
});
export type ChoiceTemplate = Readonly<z.infer<typeof choiceTemplate>>;

/** What a state says, in every language of the flow, with `{{ }}` for what is known only at run time. */
export const messageTemplate = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: localizedText }),
  z.strictObject({
    type: z.literal('buttons'),
    text: localizedText,
    footer: localizedText.optional(),
    buttons: z.array(choiceTemplate).min(1),
  }),
  z.strictObject({
    type: z.literal('list'),
    text: localizedText,
    footer: localizedText.optional(),
    buttonLabel: localizedText,
    rows: z.array(choiceTemplate).min(1),
  }),
  /** A text with one button that opens an address. */
  z.strictObject({
    type: z.literal('link'),
    text: localizedText,
    footer: localizedText.optional(),
    label: localizedText,
    url: localizedText,
  }),
  /** A text with a button that lets the customer send a place. */
  z.strictObject({ type: z.literal('locationRequest'), text: localizedText }),
  z.strictObject({ type: z.literal('media'), kind: mediaKind, url: localizedText, caption: localizedText.optional() }),
]);
export type MessageTemplate = Readonly<z.infer<typeof messageTemplate>>;

/** Different wordings of one message; the n-th time it is said, the n-th wording is used, and then the last. */
export const wordings = z.array(messageTemplate).min(1);
export type Wordings = readonly MessageTemplate[];

/** Which limits a text is under on WhatsApp: where it is shown. */
export type TextUse =
  | 'text'
  | 'interactiveBody'
  | 'footer'
  | 'buttonTitle'
  | 'listButtonLabel'
  | 'rowTitle'
  | 'rowDescription'
  | 'linkLabel'
  | 'caption'
  | 'url'
  | 'templateVariable'
  | 'internal';

/** One translatable text and its place inside the data of a state or a rule ("say.buttons.0.title"). */
export type TextPlace = Readonly<{ path: string; text: Readonly<Record<string, string>>; use: TextUse }>;

/** Every text of a message template, with paths below `path`. */
export function textsOfMessage(message: MessageTemplate, path: string): TextPlace[] {
  switch (message.type) {
    case 'text':
      return [{ path: `${path}.text`, text: message.text, use: 'text' }];
    case 'buttons':
      return [
        ...textsOfBody(message.text, message.footer, path),
        ...message.buttons.map((button, index) => ({
          path: `${path}.buttons.${index}.title`,
          text: button.title,
          use: 'buttonTitle' as const,
        })),
      ];
    case 'list':
      return [
        ...textsOfBody(message.text, message.footer, path),
        { path: `${path}.buttonLabel`, text: message.buttonLabel, use: 'listButtonLabel' },
        ...message.rows.flatMap((row, index) => textsOfRow(row, `${path}.rows.${index}`)),
      ];
    case 'link':
      return [
        ...textsOfBody(message.text, message.footer, path),
        { path: `${path}.label`, text: message.label, use: 'linkLabel' },
        { path: `${path}.url`, text: message.url, use: 'url' },
      ];
    case 'locationRequest':
      return textsOfBody(message.text, undefined, path);
    case 'media':
      return [
        { path: `${path}.url`, text: message.url, use: 'url' },
        ...(message.caption ? [{ path: `${path}.caption`, text: message.caption, use: 'caption' as const }] : []),
      ];
    default:
      return message satisfies never;
  }
}

/** Every text of several wordings of one message. */
export function textsOfWordings(messages: Wordings | undefined, path: string): TextPlace[] {
  return (messages ?? []).flatMap((message, index) => textsOfMessage(message, `${path}.${index}`));
}

/** The choices that a message offers, none for a plain text. */
export function choicesOfMessage(message: MessageTemplate): readonly ChoiceTemplate[] {
  if (message.type === 'buttons') return message.buttons;
  return message.type === 'list' ? message.rows : [];
}

/** The choices of several wordings of one message. */
export function choicesOfWordings(messages: Wordings | undefined): ChoiceTemplate[] {
  return (messages ?? []).flatMap(choicesOfMessage);
}

function textsOfBody(text: TextPlace['text'], footer: TextPlace['text'] | undefined, path: string): TextPlace[] {
  return [
    { path: `${path}.text`, text, use: 'interactiveBody' },
    ...(footer ? [{ path: `${path}.footer`, text: footer, use: 'footer' as const }] : []),
  ];
}

function textsOfRow(row: ChoiceTemplate, path: string): TextPlace[] {
  return [
    { path: `${path}.title`, text: row.title, use: 'rowTitle' },
    ...(row.description
      ? [{ path: `${path}.description`, text: row.description, use: 'rowDescription' as const }]
      : []),
  ];
}
