/**
 * Gives 32-bit keys dense ids from 0 on, in the order in which they come. Open addressing over typed arrays: counting
 * hundreds of thousands of features at the start of the program is several times faster than with a Map.
 */
export class KeyTable {
  private keys: Int32Array;
  private ids: Int32Array;
  private count = 0;

  /** With room for so many keys before it grows. */
  constructor(expected = 1 << 11) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(2, expected * 2 + 2)));
    this.keys = new Int32Array(capacity);
    this.ids = new Int32Array(capacity).fill(EMPTY);
  }

  get size(): number {
    return this.count;
  }

  /** The id of a key, or -1. */
  find(key: number): number {
    return this.ids[this.slotOf(key)] ?? EMPTY;
  }

  /** The id of a key, which is given the next one when it is new. */
  add(key: number): number {
    const slot = this.slotOf(key);
    const known = this.ids[slot] ?? EMPTY;
    if (known !== EMPTY) return known;
    this.keys[slot] = key;
    this.ids[slot] = this.count++;
    if (this.count * 2 > this.keys.length) this.grow();
    return this.count - 1;
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key ^ (key >>> 16), 0x45d9f3b) & mask;
    while (this.ids[slot] !== EMPTY && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, ids } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.ids = new Int32Array(keys.length * 2).fill(EMPTY);
    for (let index = 0; index < keys.length; index++) {
      const id = ids[index] ?? EMPTY;
      if (id === EMPTY) continue;
      const slot = this.slotOf(keys[index] ?? 0);
      this.keys[slot] = keys[index] ?? 0;
      this.ids[slot] = id;
    }
  }
}

/** The hash of a text, from any seed (FNV-1a, with a shift so that short texts spread). */
export function hashText(text: string, seed: number): number {
  let key = seed;
  for (let index = 0; index < text.length; index++) key = hashStep(key, text.charCodeAt(index));
  return key;
}

/** The hash of a text that is one UTF-16 unit longer. */
export function hashStep(key: number, code: number): number {
  const next = Math.imul(key ^ code, 0x01000193);
  return next ^ (next >>> 15);
}

const EMPTY = -1;
