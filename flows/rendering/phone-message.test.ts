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
      { type: 'media', kind: 'image', url: 'https://example.com/a.png', caption: 'A' },
    ],
    [
      { type: 'template', name: 'hello', language: 'en', variables: ['Asha', 'x'] },
      { type: 'template', name: 'hello', variables: ['Asha', 'x'] },
    ],
  ])('draws what the channel makes of %j', (content, drawn) => {
    expect(renderMessages(content).map(toPhoneMessage)).toEqual([drawn]);
  });

  it.each([null, {}, { type: 'text' }, { type: 'carousel', messaging_product: 'whatsapp' }])(
    'leaves out %j, which is no payload',
    (stored) => {
      expect(toPhoneMessage(stored)).toBeUndefined();
    },
  );
});
