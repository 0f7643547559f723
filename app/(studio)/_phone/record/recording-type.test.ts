import { describe, expect, it } from 'vitest';
import { recordingName, recordingType } from './recording-type';

describe('recordingType', () => {
  it('prefers what WhatsApp uses', () => {
    expect(recordingType(() => true)).toBe('audio/ogg;codecs=opus');
  });

  it('takes what the browser can', () => {
    expect(recordingType((type) => type.startsWith('audio/webm'))).toBe('audio/webm;codecs=opus');
    expect(recordingType((type) => type === 'audio/mp4')).toBe('audio/mp4');
  });

  it('has none for a browser that records nothing of it', () => {
    expect(recordingType(() => false)).toBeUndefined();
  });
});

describe('recordingName', () => {
  it('ends with the kind of box', () => {
    expect(recordingName('audio/webm;codecs=opus')).toBe('voice-note.webm');
    expect(recordingName('')).toBe('voice-note.bin');
  });
});
