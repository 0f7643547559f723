/**
 * A short code (14 hexadecimal digits) that changes when a text does: what a translation was made from. Texts that look
 * the same have the same one, however their marks are composed. Two 32-bit multiplicative hashes; not for secrets.
 */
export function fingerprint(text: string): string {
  const composed = text.normalize('NFC');
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let index = 0; index < composed.length; index += 1) {
    const unit = composed.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  first = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  second = Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  const high = (second & 0xffffff).toString(16).padStart(6, '0');
  return high + (first >>> 0).toString(16).padStart(8, '0');
}
