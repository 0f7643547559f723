import { z } from 'zod';
import { localizedText } from '../schema/language';
import type { TemplateButton, TemplateHeader } from '../schema/message';
import { choiceTemplate, type TextPlace } from '../schema/message-template';
import { defineState, type StateTurn } from './define-state';

const fileHeader = { url: localizedText };
const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: localizedText }),
  z.strictObject({ type: z.literal('image'), ...fileHeader }),
  z.strictObject({ type: z.literal('video'), ...fileHeader }),
  z.strictObject({ type: z.literal('document'), ...fileHeader }),
]);
type Header = z.infer<typeof header>;

/** Which of the template's buttons, the first being 1. */
const place = z.int().min(1).max(10);
const { id, fills, intent } = choiceTemplate.shape;
const button = z.discriminatedUnion('type', [
  /** A tap means what `fills` and `intent` say; without either, the button's own words are read like typed text. */
  z.strictObject({ type: z.literal('quickReply'), place, id, fills, intent }),
  z.strictObject({ type: z.literal('url'), place, ending: localizedText }),
  z.strictObject({ type: z.literal('copyCode'), place, code: localizedText }),
]);
type Button = z.infer<typeof button>;

const data = z.strictObject({
  /** The template's name at WhatsApp, the same in every language. */
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'A template name has small letters, digits and underscores.'),
  /** What stands above the body, where the approved template has a place for it. */
  header: header.optional(),
  variables: z.array(localizedText).default([]),
  /** What its buttons need to be told: a meaning, the end of an address, a code. The others need not be here. */
  buttons: z.array(button).max(10).optional(),
});

/** Sends a template that WhatsApp approved: the only thing that may go out after the 24-hour window has closed. */
export const template = defineState({
  type: 'template',
  data,
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: (state, turn) => {
    const { language } = turn.session();
    const variables = state.variables.map((variable) => turn.text(variable));
    turn.emit({
      type: 'message.said',
      state: turn.stateId,
      textKey: `${turn.stateId}/template`,
      language,
      content: {
        type: 'template',
        name: state.name,
        language,
        variables,
        ...(state.header ? { header: filledHeader(state.header, turn) } : {}),
        ...(state.buttons ? { buttons: state.buttons.map((item) => filledButton(item, turn)) } : {}),
      },
    });
    return { type: 'go', outcomes: ['next'] };
  },
  texts: (state) => [
    ...(state.header ? [textOfHeader(state.header)] : []),
    ...state.variables.map((text, index) => ({ path: `variables.${index}`, text, use: 'templateVariable' as const })),
    ...(state.buttons ?? []).flatMap((item, index) => textsOfButton(item, `buttons.${index}`)),
  ],
  choices: (state) =>
    (state.buttons ?? []).flatMap((item) =>
      item.type === 'quickReply' ? [{ id: item.id, title: {}, fills: item.fills, intent: item.intent }] : [],
    ),
  summary: (state) => state.name,
  example: { name: 'loan_follow_up', variables: [{ en: '{{ name }}' }] },
});

function filledHeader(item: Header, turn: StateTurn): TemplateHeader {
  if (item.type === 'text') return { type: 'text', text: turn.text(item.text) };
  return { type: item.type, url: turn.text(item.url) };
}

function filledButton(item: Button, turn: StateTurn): TemplateButton {
  const index = item.place - 1;
  switch (item.type) {
    case 'quickReply':
      return { index, type: 'quickReply', value: `${turn.stateId}/${item.id}` };
    case 'url':
      return { index, type: 'url', value: turn.text(item.ending) };
    case 'copyCode':
      return { index, type: 'copyCode', value: turn.text(item.code) };
    default:
      return item satisfies never;
  }
}

function textOfHeader(item: Header): TextPlace {
  if (item.type === 'text') return { path: 'header.text', text: item.text, use: 'templateVariable' };
  return { path: 'header.url', text: item.url, use: 'url' };
}

function textsOfButton(item: Button, path: string): TextPlace[] {
  switch (item.type) {
    case 'quickReply':
      return [];
    case 'url':
      return [{ path: `${path}.ending`, text: item.ending, use: 'templateVariable' }];
    case 'copyCode':
      return [{ path: `${path}.code`, text: item.code, use: 'templateVariable' }];
    default:
      return item satisfies never;
  }
}
