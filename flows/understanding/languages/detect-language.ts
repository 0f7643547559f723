import type { LanguageCode, ScriptKind } from '@/flows/schema/language';
import type { LanguagePack } from '@/prompts/language-pack';
import type { Token } from '../normalize';
import { createWordModel, type TrainedWordModel, type WordModel } from './word-model';

export type DetectedLanguage = Readonly<{ language: LanguageCode; script: ScriptKind; confidence: number }>;
export type LanguageDetector = Readonly<{
  detect: (tokens: readonly Token[], conversation: LanguageCode) => DetectedLanguage;
}>;

/**
 * A detector of the packs' languages. A script that only one language uses decides by itself; Latin letters are judged word by word, so that English words in
 * a Kannada message don't make it English. A text without evidence keeps the language of the conversation.
 */
export function createLanguageDetector(packs: readonly LanguagePack[], trained: TrainedWordModel): LanguageDetector {
  const codes = packs.map((pack) => pack.code);
  const blocks = packs.filter((pack) => pack.script.name !== 'Latin').flatMap(blocksOf);
  const model = createWordModel(trained, codes);
  return {
    detect: (tokens, conversation) => {
      const native = nativeLanguage(tokens, blocks);
      if (native !== null) return { language: native, script: 'native', confidence: 1 };
      return judgeLatin(tokens, codes, model, conversation);
    },
  };
}

type Block = Readonly<{ code: LanguageCode; first: number; last: number }>;

const NATIVE_SHARE = 0.3; // of the letters; below it, a native word is a name or a quotation
const ENGLISH = 'en';
const EVIDENCE_NEEDED = 0.5;

function blocksOf(pack: LanguagePack): readonly Block[] {
  return pack.script.ranges.map(([first, last]) => ({
    code: pack.code,
    first: Number.parseInt(first, 16),
    last: Number.parseInt(last, 16),
  }));
}

function nativeLanguage(tokens: readonly Token[], blocks: readonly Block[]): LanguageCode | null {
  const letters = new Map<LanguageCode, number>();
  let total = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    total += token.text.length;
    const code = token.text.charCodeAt(0);
    if (code < 128) continue;
    const block = blocks.find(({ first, last }) => code >= first && code <= last);
    if (block) letters.set(block.code, (letters.get(block.code) ?? 0) + token.text.length);
  }
  const [best] = [...letters].sort((left, right) => right[1] - left[1]);
  return best !== undefined && best[1] >= total * NATIVE_SHARE ? best[0] : null;
}

function judgeLatin(
  tokens: readonly Token[],
  codes: readonly LanguageCode[],
  model: WordModel,
  conversation: LanguageCode,
): DetectedLanguage {
  const scores = new Float64Array(codes.length);
  const englishIndex = codes.indexOf(ENGLISH);
  let mayBeEnglish = true;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const { evidence, shares } = model.judge(token.text);
    mayBeEnglish &&= (shares[englishIndex] ?? 0) >= ENGLISH_SHARE;
    for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) + (evidence[index] ?? 0);
  }
  const ranked = codes.map((code, index) => ({ code, score: scores[index] ?? 0 }));
  const english = ranked.find(({ code }) => code === ENGLISH)?.score ?? 0;
  const indian = ranked
    .filter(({ code }) => code !== ENGLISH)
    .map(({ code, score }) => ({ code, score: code === conversation ? score * 1.15 + 0.05 : score }))
    .sort((left, right) => right.score - left.score)[0];
  // "Hi sir": words that both have ("hi" is Hindi for "only") don't take an English conversation elsewhere.
  if (mayBeEnglish && conversation === ENGLISH && (indian?.score ?? 0) < CERTAINLY_INDIAN) {
    return { language: ENGLISH, script: 'latin', confidence: 0.7 };
  }
  // A few words of grammar make a sentence Indian, however many English nouns it carries.
  if (indian && indian.score >= EVIDENCE_NEEDED && indian.score >= english * ENGLISH_PER_INDIAN) {
    return { language: indian.code, script: 'latin', confidence: indian.score / (indian.score + english * 0.3 + 0.2) };
  }
  const isAnswer = conversation !== ENGLISH && tokens.filter(({ kind }) => kind === 'word').length <= SHORT_ANSWER;
  if (english >= EVIDENCE_NEEDED && !isAnswer) return { language: ENGLISH, script: 'latin', confidence: 0.9 };
  return { language: conversation, script: 'latin', confidence: 0.5 };
}

const ENGLISH_PER_INDIAN = 0.4;
const ENGLISH_SHARE = 0.05;
const CERTAINLY_INDIAN = 0.8;
// One or two English words ("house", "send details") are how everyone answers; they don't change the language.
const SHORT_ANSWER = 2;
