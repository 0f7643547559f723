import { describe, expect, it } from 'vitest';
import type { OutgoingContent } from '../schema/message';
import { toPhoneMessage } from './phone-message';
import { renderMessages } from './render-messages';

const choices = [
  { id: 'a', title: 'Yes' },
  { id: 'b', title: 'No' },
];

describe('toPhoneMessage', () => {
  it.each<[OutgoingContent, unknown]>([
    [
      { type: 'text', text: 'Hello' },
      { type: 'text', text: 'Hello' },
    ],
    [
      { type: 'buttons', text: 'Own one?', footer: 'or type', buttons: choices },
      { type: 'buttons', text: 'Own one?', footer: 'or type', choices },
    ],
    [
      { type: 'list', text: 'Which?', buttonLabel: 'Choose', rows: choices },
      { type: 'list', text: 'Which?', footer: null, label: 'Choose', choices },
    ],
    [
      { type: 'media', kind: 'image', url: 'https://example.com/a.png', caption: 'A' },
      { type: 'media', kind: 'image', url: 'https://example.com/a.png', mediaId: null, caption: 'A' },
    ],
    [
      { type: 'link', text: 'Here', label: 'Open', url: 'https://example.com' },
      { type: 'link', text: 'Here', footer: null, label: 'Open', url: 'https://example.com' },
    ],
    [
      { type: 'locationRequest', text: 'Where?', quotes: 'wamid.1' },
      { type: 'locationRequest', text: 'Where?', quotes: 'wamid.1' },
    ],
    [
      { type: 'media', kind: 'voice', url: 'https://example.com/a.ogg' },
      { type: 'media', kind: 'voice', url: 'https://example.com/a.ogg', mediaId: null, caption: null },
    ],
    [
      { type: 'reaction', to: 'wamid.1', emoji: '👍' },
      { type: 'reaction', to: 'wamid.1', emoji: '👍' },
    ],
    [
      { type: 'template', name: 'hello', language: 'en', variables: ['Asha', 'x'] },
      { type: 'template', name: 'hello', header: null, variables: ['Asha', 'x'], buttons: [] },
    ],
    [
      {
        type: 'template',
        name: 'hello',
        language: 'en',
        variables: [],
        header: { type: 'image', url: 'https://example.com/a.png' },
        buttons: [{ index: 1, type: 'url', value: 'a1' }],
      },
      {
        type: 'template',
        name: 'hello',
        header: { type: 'image', url: 'https://example.com/a.png', mediaId: null },
        variables: [],
        buttons: [{ index: 1, type: 'url', value: 'a1' }],
      },
    ],
  ])('draws what the channel makes of %j', (content, drawn) => {
    expect(renderMessages(content).map(toPhoneMessage)).toEqual([drawn]);
  });

  it('calls a document by its name', () => {
    const document = { id: '101', filename: 'checklist.pdf' };
    const drawn = {
      type: 'media',
      kind: 'document',
      url: null,
      mediaId: '101',
      caption: null,
      filename: 'checklist.pdf',
    };
    expect(
      toPhoneMessage({ messaging_product: 'whatsapp', recipient_type: 'individual', type: 'document', document }),
    ).toEqual(drawn);
  });

  it('draws a voice note that was handed to the channel by its id there', () => {
    const payload = { messaging_product: 'whatsapp', recipient_type: 'individual', type: 'audio' };
    expect(toPhoneMessage({ ...payload, audio: { id: '101', voice: true } })).toEqual({
      type: 'media',
      kind: 'voice',
      url: null,
      mediaId: '101',
      caption: null,
    });
  });

  it.each([null, {}, { type: 'text' }, { type: 'carousel', messaging_product: 'whatsapp' }])(
    'leaves out %j, which is no payload',
    (stored) => {
      expect(toPhoneMessage(stored)).toBeUndefined();
    },
  );
});
