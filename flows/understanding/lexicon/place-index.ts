import type { CompiledLexicon } from './compiled-lexicon';
import type { Tag } from './match';
import { isTamil, placeKeyOf } from './place-key';

/** Places by how they sound, for names that no list has in this script or spelling: திண்டுக்கல் sounds like Dindigul. */
export class PlaceIndex {
  private readonly byScript = new Map<boolean, ReadonlyMap<string, Tag>>();

  constructor(private readonly places: CompiledLexicon) {}

  /** The place that a word is, with one of the endings taken off; null for a word that is none. */
  find(word: string, suffixes: readonly string[]): Tag | null {
    if (word.length < SHORTEST_PLACE) return null;
    const inTamil = isTamil(word);
    const places = this.placesFor(inTamil);
    for (const suffix of ['', ...suffixes]) {
      if (!word.endsWith(suffix)) continue;
      const key = placeKeyOf(word.slice(0, word.length - suffix.length), inTamil);
      const tag = key === null ? undefined : places.get(key);
      if (tag !== undefined) return tag;
    }
    return null;
  }

  private placesFor(inTamil: boolean): ReadonlyMap<string, Tag> {
    const known = this.byScript.get(inTamil);
    if (known !== undefined) return known;
    const places = new Map<string, Tag>();
    for (const [word, tag] of this.places.cityWords()) {
      const key = placeKeyOf(word, inTamil);
      if (key !== null && !places.has(key)) places.set(key, tag);
    }
    this.byScript.set(inTamil, places);
    return places;
  }
}

const SHORTEST_PLACE = 6;
