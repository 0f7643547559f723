import { stemsOf } from '../word-endings';
import type { CompiledLexicon } from './compiled-lexicon';
import type { Tag } from './match';
import type { PlaceIndex } from './place-index';

/**
 * What an unknown word may be: a word with one of the languages' endings, a place in another script or spelling, or a
 * word with one letter wrong. Common words and words known elsewhere are nothing but themselves.
 */
export class WordForgiveness {
  private readonly suffixes: readonly string[];
  private readonly common: ReadonlySet<string>;
  private readonly forgiven = new Map<string, readonly Tag[]>();

  constructor(
    private readonly lexicons: readonly CompiledLexicon[],
    private readonly places: PlaceIndex,
    private readonly isKnown: (word: string) => boolean,
  ) {
    this.suffixes = [...new Set(lexicons.flatMap(({ suffixes }) => suffixes))].sort(
      (left, right) => right.length - left.length,
    );
    this.common = new Set(lexicons.flatMap(({ common }) => [...common]));
  }

  tagsOf(word: string): readonly Tag[] {
    const known = this.forgiven.get(word);
    if (known !== undefined) return known;
    const tags = this.read(word);
    // Bounded, so that a stranger's text can't fill the memory.
    if (this.forgiven.size < MOST_REMEMBERED) this.forgiven.set(word, tags);
    return tags;
  }

  /** An ordinary word of one of the languages, whatever else is spelt like it. */
  isCommon(word: string): boolean {
    return this.common.has(word);
  }

  private read(word: string): readonly Tag[] {
    if (this.common.has(word) || this.isKnown(word)) return NO_TAGS;
    return this.withoutSuffix(word) ?? this.asPlace(word) ?? this.withOneSlip(word) ?? NO_TAGS;
  }

  private withoutSuffix(word: string): readonly Tag[] | null {
    for (const suffix of this.suffixes) {
      const length = word.length - suffix.length;
      if (length < SHORTEST_STEM || !word.endsWith(suffix)) continue;
      for (const stem of stemsOf(word, suffix)) {
        if (this.common.has(stem)) continue;
        const tags = this.lexicons.flatMap((lexicon) =>
          length >= SHORTEST_FOREIGN_STEM || lexicon.suffixes.includes(suffix) ? lexicon.entryTagsOf(stem) : [],
        );
        if (tags.length > 0) return tags;
      }
    }
    return null;
  }

  private asPlace(word: string): readonly Tag[] | null {
    const place = this.places.find(word, this.suffixes);
    return place === null ? null : [place];
  }

  private withOneSlip(word: string): readonly Tag[] | null {
    if (word.length < SHORTEST_MISSPELT) return null;
    for (const lexicon of this.lexicons) {
      const tags = lexicon.tagsOneSlipAway(word);
      if (tags !== null) return tags;
    }
    return null;
  }
}

const MOST_REMEMBERED = 20_000;
const SHORTEST_STEM = 3;
const SHORTEST_FOREIGN_STEM = 4; // an ending of one language on a word of another
const SHORTEST_MISSPELT = 5;
const NO_TAGS: readonly Tag[] = [];
