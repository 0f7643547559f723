/**
 * Typed arrays as text, so that what was learnt travels as JSON to Node and to the browser alike: base64 (RFC 4648) of the
 * little-endian bytes, which is what every platform that runs JavaScript today has in memory.
 */
export function pack(numbers: Packable): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const letters = LETTER(group >> 18) + LETTER(group >> 12) + LETTER(group >> 6) + LETTER(group);
    text += at + 3 <= bytes.length ? letters : letters.slice(0, bytes.length - at + 1).padEnd(4, '=');
  }
  return text;
}

export function unpackInt8(text: string): Int8Array {
  return new Int8Array(unpack(text));
}

export function unpackInt32(text: string): Int32Array {
  return new Int32Array(unpack(text));
}

export function unpackFloat32(text: string): Float32Array {
  return new Float32Array(unpack(text));
}

type Packable = Int8Array | Int32Array | Float32Array;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LETTER = (sextet: number): string => ALPHABET[sextet & 63] ?? '';
const SEXTETS = new Uint8Array(128);
for (let index = 0; index < ALPHABET.length; index++) SEXTETS[ALPHABET.charCodeAt(index)] = index;

function unpack(text: string): ArrayBuffer {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let to = 0;
  for (let at = 0; at < text.length; at += 4) {
    const group =
      (sextet(text, at) << 18) | (sextet(text, at + 1) << 12) | (sextet(text, at + 2) << 6) | sextet(text, at + 3);
    // Writing past the end of a typed array does nothing: the padding falls away.
    bytes[to++] = group >> 16;
    bytes[to++] = group >> 8;
    bytes[to++] = group;
  }
  return bytes.buffer;
}

function sextet(text: string, at: number): number {
  return SEXTETS[text.charCodeAt(at)] ?? 0;
}
