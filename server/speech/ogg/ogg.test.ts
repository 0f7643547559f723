import { OggOpusDecoder } from 'ogg-opus-decoder';
import { describe, expect, test } from 'vitest';
import { encodeVoiceNote, VOICE_RATE } from './encode-voice-note';
import { oggChecksum } from './ogg-checksum';
import { durationOfOgg, readOgg } from './read-ogg';
import { writeOggOpus } from './write-ogg-opus';

describe('a voice note that we encode', () => {
  test.each([1, 0.02, 1.003, 2.5])('of %s s is heard by an independent decoder to the sample', async (seconds) => {
    const note = await encodeVoiceNote(tone(seconds));
    const { samplesDecoded, errors, channelData } = await decode(note);
    expect(errors).toEqual([]);
    expect(samplesDecoded).toBe(Math.round(seconds * VOICE_RATE) * 2);
    expect(loudness(channelData[0])).toBeGreaterThan(0.05);
    expect(readOgg(note)).toEqual({ codec: 'opus', channels: 1, durationMs: Math.round(seconds * 1000) });
  });

  test('sounds at once and to its end: nothing is cut and nothing is put before', async () => {
    const { channelData } = await decode(await encodeVoiceNote(tone(1)));
    const heard = channelData[0] ?? new Float32Array();
    expect(loudness(heard.subarray(480, 1440))).toBeGreaterThan(0.05);
    expect(loudness(heard.subarray(-480))).toBeGreaterThan(0.05);
  });

  test('has whole pages of a second at most, numbered, with right checksums and one end', async () => {
    const pages = pagesOf(await encodeVoiceNote(tone(3.3)));
    expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, at) => at));
    expect(pages.map(({ flags }) => flags)).toEqual([2, 0, 0, 0, 0, 0, 4]);
    expect(pages.map(({ granule }) => granule)).toEqual([0, 0, 48_000, 96_000, 144_000, 158_400, 158_712]);
    for (const page of pages) expect(page.checksum).toBe(page.rightChecksum);
  });

  test('stays under 24 kbit/s or so, also when several are encoded at once', async () => {
    const notes = await Promise.all([tone(2), tone(1), tone(2)].map(encodeVoiceNote));
    expect(notes.map(durationOfOgg)).toEqual([2000, 1000, 2000]);
    for (const note of notes) expect(note.byteLength).toBeLessThan(9_000);
    expect(Buffer.from(notes[0] ?? []).equals(Buffer.from(notes[2] ?? []))).toBe(true);
  });
});

describe('the Ogg writer', () => {
  test.each([0, 1, 254, 255, 256, 510, 1275])('laces a packet of %i bytes so that it ends where it ended', (length) => {
    const packets = Array.from({ length: 60 }, () => new Uint8Array(length).fill(7));
    const pages = pagesOf(
      writeOggOpus({ packets, packetSamples: 960, preSkip: 312, heardSamples: 57_000, inputRate: 24_000 }),
    ).slice(2);
    expect(pages.flatMap(({ packetLengths }) => packetLengths)).toEqual(packets.map(() => length));
    for (const page of pages) expect(page.packetLengths.length).toBeLessThanOrEqual(50);
  });
});

describe('the Ogg reader', () => {
  test('makes nothing of what is no Ogg file', () => {
    expect(readOgg(new Uint8Array())).toBeUndefined();
    expect(readOgg(Buffer.from('OggS'))).toBeUndefined();
    expect(readOgg(Buffer.from('<html>no audio</html>'.repeat(10)))).toBeUndefined();
  });

  test('reads a file that breaks off as far as it goes, wherever that is', async () => {
    const note = await encodeVoiceNote(tone(2.2));
    for (let length = 0; length < note.length; length += 97) {
      const duration = durationOfOgg(note.subarray(0, length));
      expect([undefined, 994, 1994, 2200, 2194]).toContain(duration);
    }
  });

  test('never throws, whatever byte is changed', async () => {
    const note = await encodeVoiceNote(tone(0.2));
    for (let at = 0; at < note.length; at += 1) {
      const changed = Uint8Array.from(note);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(() => readOgg(changed)).not.toThrow();
    }
  });
});

function tone(seconds: number): Int16Array {
  return Int16Array.from({ length: Math.round(seconds * VOICE_RATE) }, (_, at) =>
    Math.round(8000 * Math.sin((at / VOICE_RATE) * 2 * Math.PI * 300)),
  );
}

async function decode(note: Uint8Array) {
  const decoder = new OggOpusDecoder();
  await decoder.ready;
  try {
    return await decoder.decodeFile(note);
  } finally {
    decoder.free();
  }
}

function loudness(samples: Float32Array = new Float32Array()): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** A reader of its own, so that the product's does not judge itself. */
function pagesOf(file: Uint8Array) {
  const view = Buffer.from(file);
  const pages = [];
  for (let at = 0; at < view.length; ) {
    const segments = [...view.subarray(at + 27, at + 27 + view.readUInt8(at + 26))];
    const end = at + 27 + segments.length + segments.reduce((sum, length) => sum + length, 0);
    const page = Buffer.from(view.subarray(at, end));
    page.writeUInt32LE(0, 22);
    const packetLengths: number[] = [];
    let open = 0;
    for (const length of segments) {
      open += length;
      if (length === 255) continue;
      packetLengths.push(open);
      open = 0;
    }
    pages.push({
      flags: view.readUInt8(at + 5),
      granule: Number(view.readBigUInt64LE(at + 6)),
      sequence: view.readUInt32LE(at + 18),
      checksum: view.readUInt32LE(at + 22),
      rightChecksum: oggChecksum(page),
      packetLengths,
    });
    at = end;
  }
  return pages;
}
