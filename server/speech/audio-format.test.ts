import { expect, test } from 'vitest';
import { audioFormat } from './audio-format';
import { encodeVoiceNote, VOICE_RATE } from './ogg/encode-voice-note';

test.each([
  ['webm', '\x1aE\xdf\xa3........'],
  ['m4a', '\0\0\0\x20ftypM4A ...'],
  ['wav', 'RIFF\0\0\0\0WAVEfmt '],
  ['flac', 'fLaC............'],
  ['amr', '#!AMR\n..........'],
  ['mp3', 'ID3\x04............'],
  ['mp3', '\xff\xfb\x90.............'],
  ['aac', '\xff\xf1\x50.............'],
])('%s is known by its first bytes', (extension, head) => {
  expect(audioFormat(Buffer.from(head, 'latin1'))?.extension).toBe(extension);
});

test('a voice note is known, and one without any sound in it is not', async () => {
  const note = await encodeVoiceNote(new Int16Array(VOICE_RATE / 10));
  expect(audioFormat(note)).toEqual({ extension: 'ogg', mimeType: 'audio/ogg' });
  expect(audioFormat(note.subarray(0, 60))).toBeUndefined();
});

test.each(['', 'OggS', '<html>', 'MZ..............', '%PDF-1.7........', 'a'.repeat(100)])(
  '"%s" is no sound',
  (text) => {
    expect(audioFormat(Buffer.from(text, 'latin1'))).toBeUndefined();
  },
);
