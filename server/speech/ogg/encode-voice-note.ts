import { setImmediate as letOthersRun } from 'node:timers/promises';
import OpusScript from 'opusscript';
import { writeOggOpus } from './write-ogg-opus';

/**
 * Speech (one channel, 16-bit, `VOICE_RATE` hertz) as a voice note: Ogg/Opus, mono, 24 kbit/s, of exactly the length of the
 * samples. One at a time: opusscript 0.1.1 writes beside the memory that it reserves, which other encoders may have.
 */
export function encodeVoiceNote(samples: Int16Array): Promise<Uint8Array> {
  const encoded = last.then(() => encode(samples));
  last = encoded.catch(() => undefined);
  return encoded;
}

export const VOICE_RATE = 24_000;

let last: Promise<unknown> = Promise.resolve();

const BITS_PER_SECOND = 24_000;
const FRAME = VOICE_RATE / 50; // 20 ms
const SCALE = 48_000 / VOICE_RATE;
/** How far libopus looks ahead in this mode, in samples at 48 kHz: what is encoded comes out so much later. */
const PRE_SKIP = 312;
const FRAMES_AT_ONCE = 50; // some milliseconds

async function encode(samples: Int16Array): Promise<Uint8Array> {
  const encoder = new OpusScript(VOICE_RATE, 1, OpusScript.Application.VOIP);
  try {
    encoder.setBitrate(BITS_PER_SECOND);
    const heardSamples = samples.length * SCALE;
    const frames = Math.ceil((heardSamples + PRE_SKIP) / (FRAME * SCALE));
    const packets: Uint8Array[] = [];
    for (let frame = 0; frame < frames; frame += 1) {
      if (frame % FRAMES_AT_ONCE === FRAMES_AT_ONCE - 1) await letOthersRun();
      const pcm = new Int16Array(FRAME);
      pcm.set(samples.subarray(frame * FRAME, (frame + 1) * FRAME));
      packets.push(encoder.encode(Buffer.from(pcm.buffer), FRAME));
    }
    return writeOggOpus({
      packets,
      packetSamples: FRAME * SCALE,
      preSkip: PRE_SKIP,
      heardSamples,
      inputRate: VOICE_RATE,
    });
  } finally {
    encoder.delete();
  }
}
