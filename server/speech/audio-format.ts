import { readOgg } from './ogg/read-ogg';

export type AudioFormat = { readonly extension: string; readonly mimeType: string };

/** What kind of sound a file holds, by its first bytes; undefined if none that we know. */
export function audioFormat(bytes: Uint8Array): AudioFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16));
  const has = (text: string, at = 0) => head.toString('latin1', at, at + text.length) === text;
  if (has('OggS')) return readOgg(bytes)?.durationMs === undefined ? undefined : formats.ogg;
  if (head.length < 12) return;
  if (has('\x1aE\xdf\xa3')) return formats.webm;
  if (has('ftyp', 4)) return formats.m4a;
  if (has('RIFF') && has('WAVE', 8)) return formats.wav;
  if (has('fLaC')) return formats.flac;
  if (has('#!AMR')) return formats.amr;
  if (has('ID3')) return formats.mp3;
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return;
  return (second & 0x06) === 0 ? formats.aac : formats.mp3; // the two bits that name an MPEG layer; AAC has none
}

const formats = {
  ogg: { extension: 'ogg', mimeType: 'audio/ogg' },
  webm: { extension: 'webm', mimeType: 'audio/webm' },
  m4a: { extension: 'm4a', mimeType: 'audio/mp4' },
  wav: { extension: 'wav', mimeType: 'audio/wav' },
  flac: { extension: 'flac', mimeType: 'audio/flac' },
  amr: { extension: 'amr', mimeType: 'audio/amr' },
  aac: { extension: 'aac', mimeType: 'audio/aac' },
  mp3: { extension: 'mp3', mimeType: 'audio/mpeg' },
} as const satisfies Record<string, AudioFormat>;
