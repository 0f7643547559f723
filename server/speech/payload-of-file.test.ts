import { expect, test } from 'vitest';
import { channelPayload } from '@/flows/rendering/channel-payload';
import { mediaKind } from '@/flows/schema/message';
import { payloadOfFile } from './payload-of-file';

const words = { caption: 'Your copy', filename: 'deed.pdf' };

test.each(mediaKind.options)('a file sent as %s is a payload that the outbox can read again', (kind) => {
  const payload = payloadOfFile({ kind, ...words }, 'audio/ogg', { id: '1' });
  expect(channelPayload.parse(JSON.parse(JSON.stringify(payload)))).toEqual(payload);
});

test('only a document shows its name, sound has no caption, and only Ogg is played as a voice note', () => {
  const sent = (kind: 'document' | 'image' | 'audio' | 'voice', mimeType: string) =>
    payloadOfFile({ kind, ...words }, mimeType, { link: '/file' });
  expect(sent('document', 'application/pdf')).toMatchObject({ document: { link: '/file', ...words } });
  expect(sent('image', 'image/png')).toMatchObject({ image: { link: '/file', caption: 'Your copy' } });
  expect(sent('audio', 'audio/ogg')).toMatchObject({ type: 'audio', audio: { link: '/file' } });
  expect(sent('voice', 'audio/ogg')).toMatchObject({ audio: { link: '/file', voice: true } });
  expect(sent('voice', 'audio/mpeg')).toMatchObject({ audio: { link: '/file' } });
});
