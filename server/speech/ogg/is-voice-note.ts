import { readOgg } from './read-ogg';

/** WhatsApp plays nothing else as a voice note: Opus in Ogg, one channel (Cloud API reference, "Media"). */
export function isVoiceNote(bytes: Uint8Array): boolean {
  const ogg = readOgg(bytes);
  return ogg?.codec === 'opus' && ogg.channels === 1 && ogg.durationMs !== undefined;
}
