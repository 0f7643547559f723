/** What a voice note is recorded as: what WhatsApp itself uses where the browser can, else the same sound in another box. */
export function recordingType(isSupported: (type: string) => boolean): string | undefined {
  return types.find(isSupported);
}

const types = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'] as const;

/** A file's name for a recording of this type. */
export function recordingName(type: string): string {
  return `voice-note.${/^audio\/(\w+)/.exec(type)?.[1] ?? 'bin'}`;
}
