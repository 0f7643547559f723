import type { LanguagePack } from '@/prompts/language-pack';
import type { Token } from '../normalize';
import { CompiledLexicon, PLACES } from './compiled-lexicon';
import { WordForgiveness } from './forgive-word';
import { entriesOf } from './lexicon-entries';
import { isLookedUp, lookUpWords } from './look-up-words';
import type { Match, Matches, Tag } from './match';
import type { PlaceIndex } from './place-index';

export type LexiconMatcher = Readonly<{ find: (tokens: readonly Token[]) => Matches }>;

/**
 * Compiles the lexicon of one language for look-ups. Pure: the same pack gives the same matcher. `localities` are names
 * of parts of cities, which yield to the city where both are said.
 */
export function compileLexicon(pack: LanguagePack, localities: ReadonlySet<string>): CompiledLexicon {
  const compiled = new CompiledLexicon(pack.lexicon.suffixes, pack.lexicon.commonWords);
  for (const [tag, phrases] of entriesOf(pack, localities)) for (const phrase of phrases) compiled.add(phrase, tag);
  return compiled;
}

/** The places of every language in one lexicon: a town is named in any language's messages, in any script. */
export function compilePlaces(packs: readonly LanguagePack[], localities: ReadonlySet<string>): CompiledLexicon {
  const compiled = new CompiledLexicon([], []);
  const entries = packs.flatMap((pack) => [...entriesOf(pack, localities)]).filter(([{ group }]) => PLACES.has(group));
  for (const [tag, phrases] of entries) for (const phrase of phrases) compiled.add(phrase, tag);
  return compiled;
}

/**
 * A matcher over several lexicons at once: a language and the English that is mixed into it. Words that `isKnown` knows
 * (number words) are never taken for a misspelt word of the lexicons.
 */
export function matcherOf(
  lexicons: readonly CompiledLexicon[],
  places: PlaceIndex,
  isKnown: (word: string) => boolean,
): LexiconMatcher {
  const forgiveness = new WordForgiveness(lexicons, places, isKnown);
  return { find: (tokens) => findMatches(lexicons, forgiveness, tokens) };
}

export type { CompiledLexicon };

function findMatches(
  lexicons: readonly CompiledLexicon[],
  forgiveness: WordForgiveness,
  tokens: readonly Token[],
): Matches {
  const found: Record<string, Match[]> = {};
  const words = lookUpWords(tokens);
  const positions = tokens.flatMap((token, index) => (isLookedUp(token) ? [index] : []));
  for (let index = 0; index < words.length; index++) {
    const from = positions[index] ?? 0;
    for (const lexicon of lexicons) {
      for (const { tags, length } of lexicon.phrasesAt(words, index)) {
        addAll(found, tags, from, (positions[index + length - 1] ?? from) + 1, true);
      }
    }
    addWord(found, lexicons, forgiveness, words[index], from);
  }
  return found;
}

function addWord(
  found: Record<string, Match[]>,
  lexicons: readonly CompiledLexicon[],
  forgiveness: WordForgiveness,
  word: Token | undefined,
  from: number,
): void {
  if (word === undefined || word.kind === 'number') return;
  let isKnown = false;
  for (const lexicon of lexicons) {
    const tags = lexicon.tagsOf(word.text);
    const isPlace = tags.some(({ group }) => PLACES.has(group));
    // "baddi" is interest before it is a town.
    if (isPlace && (isKnown || forgiveness.isCommon(word.text))) {
      addAll(
        found,
        tags.filter(({ group }) => !PLACES.has(group)),
        from,
        from + 1,
        true,
      );
      continue;
    }
    isKnown ||= tags.length > 0;
    addAll(found, tags, from, from + 1, true);
  }
  if (!isKnown) addAll(found, forgiveness.tagsOf(word.text), from, from + 1, false);
}

function addAll(found: Record<string, Match[]>, tags: readonly Tag[], from: number, to: number, exact: boolean): void {
  for (const { group, value } of tags) {
    const matches = found[group];
    const match = { group, value, from, to, exact };
    if (matches === undefined) found[group] = [match];
    else if (!isListed(matches, match)) {
      matches.push(match);
    }
  }
}

/** Whether the match stands there already, from another language's lexicon. Matches come in the order of the text. */
function isListed(matches: readonly Match[], { value, from, to }: Match): boolean {
  for (let index = matches.length - 1; index >= 0; index--) {
    const other = matches[index];
    if (other === undefined || other.from < from) return false;
    if (other.value === value && other.to === to) return true;
  }
  return false;
}
