import { expect, test } from 'vitest';
import type { IncomingContent } from '@/flows/schema/message';
import { wordlessAnswer } from './wordless';

const photo = { type: 'media', kind: 'image', mediaId: 'm' } as const;
const note = { type: 'media', kind: 'voice', mediaId: 'm' } as const;
const place = { type: 'location', latitude: 12.97, longitude: 77.59 } as const;

test.each<[string, readonly IncomingContent[], string | undefined]>([
  ['a text', [{ type: 'text', text: 'Hello' }], undefined],
  ['a tap', [{ type: 'choice', id: 'a/b', title: 'Yes' }], undefined],
  ['a photo with a caption', [{ ...photo, caption: 'my house' }], undefined],
  ['a note that was heard', [{ ...note, transcript: { text: 'yes', language: 'en', confidence: 1 } }], undefined],
  ['a named place', [{ ...place, name: 'Mysuru Palace' }], undefined],
  ['a note that was not heard', [note], 'voiceUnheard'],
  [
    'a note in which nothing was said',
    [{ ...note, transcript: { text: '', language: null, confidence: null } }],
    'voiceUnheard',
  ],
  ['a photo', [photo], 'fileReceived'],
  ['a song', [{ ...photo, kind: 'audio' }], 'fileReceived'],
  ['a sticker', [{ ...photo, kind: 'sticker' }], 'unsupportedMessage'],
  ['a poll', [{ type: 'unsupported', kind: 'poll' }], 'unsupportedMessage'],
  ['a point on the map', [place], 'locationReceived'],
  ['a card', [{ type: 'contacts', cards: [], isOwn: false }], 'contactReceived'],
  ['a thumbs-up', [{ type: 'reaction', to: 'wamid.1', emoji: '👍' }], 'nothing'],
  ['an edit', [{ type: 'unsupported', kind: 'edit' }], 'nothing'],
  ['a message that was taken back', [{ type: 'unsupported', kind: 'revoke' }], 'nothing'],
  ['a note that was not heard beside a text', [note, { type: 'text', text: 'Hello' }], undefined],
  ['a photo and a note that was not heard', [photo, note], 'voiceUnheard'],
  [
    'a thumbs-up and a sticker',
    [
      { type: 'reaction', to: 'w', emoji: '👍' },
      { ...photo, kind: 'sticker' },
    ],
    'unsupportedMessage',
  ],
])('%s is answered as it should be', (_, contents, answer) => {
  expect(wordlessAnswer(contents)).toBe(answer);
});
