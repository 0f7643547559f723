import { createRandom, type Random } from '../fake-whatsapp/random';
import { mutate, pick, toText } from './mutate';
import { type Json, type WebhookFixture, webhookOf } from './webhook-fixtures';
import { ourLists } from './webhook-lists';

/** A spoiled webhook, and what must come out of it all the same. */
export type Payload = {
  readonly body: Uint8Array;
  /** Entries that were left alone, as text, in order: all that they say must be heard. */
  readonly untouched: readonly string[];
  /** Ids of whole messages and statuses that were put beside spoiled ones. */
  readonly survivors: readonly string[];
};

/** The n-th payload of a seed, whatever was made before it. */
export function makePayload(fixtures: readonly WebhookFixture[], seed: number, number: number): Payload {
  const random = createRandom(Math.imul(number + 1, 0x9e3779b1) ^ seed);
  if (random.happens(0.0005)) return makeBatch(fixtures, random, 1000);
  if (random.happens(0.05)) return breakBytes(pick(random, fixtures).text, random);
  return makeBatch(fixtures, random, random.happens(0.8) ? 1 : random.between([2, 6]));
}

/** A webhook of so many entries, half of them spoiled; a lone one always is. */
function makeBatch(fixtures: readonly WebhookFixture[], random: Random, size: number): Payload {
  const entries: Json[] = [];
  const untouched: string[] = [];
  const survivors: string[] = [];
  for (let count = 0; count < size; count += 1) {
    const original = pick(random, pick(random, fixtures).entries);
    if (size > 1 && random.happens(0.5)) {
      entries.push(JSON.parse(original));
      untouched.push(original);
    } else {
      const spoiled = spoil(JSON.parse(original), random, fixtures);
      addSurvivors(spoiled, random, survivors);
      entries.push(...spoiled);
    }
  }
  const document = webhookOf(entries);
  // Now and then the envelope itself is hit: then nothing is promised but that it is survived.
  if (!random.happens(0.05)) return { body: encode(toText(document)), untouched, survivors };
  const hit = mutate(document, random, () => JSON.parse(pick(random, fixtures).text));
  return { body: encode(toText(hit)), untouched: [], survivors: [] };
}

/** An entry after a few mutations: none, one or two of it. */
function spoil(entry: Json, random: Random, fixtures: readonly WebhookFixture[]): Json[] {
  const holder = [entry];
  const donor = () => JSON.parse(pick(random, fixtures).text);
  for (let steps = random.between([1, 6]); steps > 0; steps -= 1) {
    mutate(holder, random, donor);
  }
  return holder;
}

/** Puts a whole message or status into each list that will still be read, at any place. */
function addSurvivors(entries: readonly Json[], random: Random, survivors: string[]): void {
  for (const { list, name } of entries.flatMap(ourLists)) {
    const id = `wamid.SURVIVOR.${survivors.length}`;
    const message = { from: '919845999999', type: 'text', text: { body: id } };
    const element = name === 'messages' ? message : { status: 'read', recipient_id: '919845999999' };
    list.splice(random.between([0, list.length]), 0, { id, timestamp: '1790503200', ...element });
    survivors.push(id);
  }
}

/** Bytes cut, flipped, doubled or strewn with what is no UTF-8: nothing is promised of them. */
function breakBytes(text: string, random: Random): Payload {
  const bytes = encode(text);
  const at = random.between([0, bytes.length]);
  const junk = Uint8Array.from({ length: random.between([1, 8]) }, () => random.between([0, 255]));
  const parts = pick(random, [
    [bytes.slice(0, at)],
    [bytes.slice(0, at), junk, bytes.slice(at)],
    [bytes.slice(0, at), junk, bytes.slice(at + junk.length)],
    [bytes.slice(at), bytes],
    [Uint8Array.of(0xef, 0xbb, 0xbf), bytes],
  ]);
  return { body: Buffer.concat(parts), untouched: [], survivors: [] };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
