import type { LanguageCode } from '@/flows/schema/language';
import type { SlotName, SlotReading } from '@/flows/schema/slots';
import type { Understanding } from '@/flows/schema/understanding';
import type { LanguagePack } from '@/prompts/language-pack';
import { extractors } from './extractors';
import { findEmailsAndPhones } from './extractors/contact-details';
import type { ExtractionContext, Extractor, Finding } from './extractors/extractor';
import { createIntentClassifier, type RankedIntent } from './intents/classify-intent';
import { decideIntent } from './intents/decide-intent';
import { decideWithFacts } from './intents/decide-with-facts';
import { readForModel } from './intents/read-for-model';
import { createLanguageDetector } from './languages/detect-language';
import type { TrainedReader } from './learning/trained-reader';
import { tokenize } from './normalize';
import { createTextReader, matchesOf, type Reading } from './read-text';
import { findSensitiveNumbers, type SensitiveNumber } from './sensitive-numbers';
import { judgeSentiment } from './sentiment';

/** What the conversation knows when a message arrives. */
export type UnderstandingContext = Readonly<{
  /** The language of the conversation so far. */
  language: LanguageCode;
  /** Slots just asked for; the first is the pending question. */
  expects: readonly SlotName[];
  /** ISO 8601 with offset or Z. */
  now: string;
  /** IANA name, such as "Asia/Kolkata". */
  timezone: string;
}>;

/** One message of a turn. */
export type TextPart = Readonly<{ messageId: string; text: string }>;

export type Reader = Readonly<{
  /** Reads the messages of one turn together. Total and deterministic. */
  understand: (parts: readonly TextPart[], context: UnderstandingContext) => Understanding;
  /** Every number of a text, in digits or in words of the language: what another reader's amounts are held against. */
  numbersIn: (text: string, language: LanguageCode) => readonly number[];
}>;

/** Builds the embedded reader: compiles the lexicons and unpacks what was learnt, a fraction of a second, once. */
export function createReader(packs: Readonly<Record<LanguageCode, LanguagePack>>, trained: TrainedReader): Reader {
  const all = Object.values(packs);
  const detector = createLanguageDetector(all, trained.words);
  const readText = createTextReader(all);
  const classifier = createIntentClassifier(trained.intents);
  const isAccountCue = (words: string): boolean =>
    all.some(({ code }) => matchesOf(readText(words, tokenize(words), code), 'account').length > 0);

  return {
    understand: (parts, context) => {
      const turn = joinParts(parts);
      const sensitive = findSensitiveNumbers(turn.text, isAccountCue);
      const contacts = findEmailsAndPhones(turn.text);
      const tokens = tokenize(turn.text, [...sensitive, ...contacts]);
      const { language, script } = detector.detect(tokens, context.language);
      const reading = readText(hide(turn.text, sensitive), tokens, language);
      const view = readForModel(reading);
      const ranking = classifier.rank(view);
      const evidence = {
        reading,
        ...ranking,
        expects: context.expects,
        hasSensitiveNumber: sensitive.length > 0,
        givesContact: contacts.length > 0,
      };
      const decided = decideIntent(evidence);
      const findings = extract(reading, { ...context, intent: decided.ranked[0]?.intent ?? 'out_of_scope' });
      const decision = decideWithFacts(decided, findings, evidence);
      const [top, ...others] = decision.ranked;
      const { intent, confidence } = top ?? { intent: 'out_of_scope' as const, confidence: 0 };
      return {
        engine: 'embedded',
        reason: 'embedded.only',
        language,
        script,
        intent,
        confidence: roundShare(confidence),
        alternatives: others.slice(0, ALTERNATIVES).map(roundRanked),
        sentiment: judgeSentiment(reading, intent),
        slots: toSlots(keepRelevant(findings, intent, context.expects), turn),
        sensitive: sensitive.map((number) => turn.locate(number)),
        evidence: { rule: decision.rule, concepts: [...new Set(view.concepts)].sort() },
        other: null,
      };
    },
    numbersIn: (text, language) =>
      readText(text, tokenize(text), language).numbers.flatMap(({ value, low }) => [value, low]),
  };
}

const ALTERNATIVES = 5;
const LONGEST_READ = 2000; // characters; what a customer types is far shorter, and reading stays quick

type Turn = Readonly<{
  text: string;
  /** The same number or slot, with offsets into its own message. */
  locate: <Found extends Readonly<{ start: number; end: number }>>(found: Found) => Found & { messageId: string };
  textOf: (messageId: string) => string;
}>;

/** The messages of a turn as one text, in lines; a reading keeps the way back to its message. */
function joinParts(parts: readonly TextPart[]): Turn {
  let text = '';
  const starts: number[] = [];
  const kept: TextPart[] = [];
  for (const part of parts) {
    if (text.length >= LONGEST_READ) break;
    if (kept.length > 0) text += '\n';
    starts.push(text.length);
    kept.push(part);
    text += part.text.slice(0, LONGEST_READ - text.length);
  }
  return {
    text,
    textOf: (messageId) => kept.find((part) => part.messageId === messageId)?.text ?? '',
    locate: (found) => {
      const index = Math.max(
        0,
        starts.findLastIndex((start) => start <= found.start),
      );
      const start = starts[index] ?? 0;
      const length = kept[index]?.text.length ?? 0;
      return {
        ...found,
        messageId: kept[index]?.messageId ?? '',
        start: found.start - start,
        end: Math.min(found.end - start, length),
      };
    },
  };
}

/** The text with every sensitive number blanked, so that no extractor can read it. Lengths stay. */
function hide(text: string, sensitive: readonly SensitiveNumber[]): string {
  return sensitive.reduce(
    (hidden, { start, end }) => hidden.slice(0, start) + ' '.repeat(end - start) + hidden.slice(end),
    text,
  );
}

function extract(reading: Reading, context: ExtractionContext): readonly Finding[] {
  return readers.flatMap((read) => read(reading, context));
}

/** Several slots share an extractor. */
const readers: readonly Extractor[] = [...new Set<Extractor>(Object.values(extractors))];

/** Off the topic, only how to reach the customer is a fact: a wedding that is chatted about is no loan purpose. */
function keepRelevant(
  findings: readonly Finding[],
  intent: Understanding['intent'],
  expects: readonly SlotName[],
): readonly Finding[] {
  if (intent !== 'out_of_scope') return findings;
  return findings.filter(({ slot }) => ALWAYS_RELEVANT.has(slot) || expects.includes(slot));
}

const ALWAYS_RELEVANT: ReadonlySet<string> = new Set(['name', 'email', 'phone', 'pincode', 'language_preference']);

/** One reading for each slot, the surest; where it was read is told in the offsets of its own message. */
function toSlots(findings: readonly Finding[], turn: Turn): Record<SlotName, SlotReading> {
  const slots: Record<SlotName, SlotReading> = {};
  for (const finding of findings) {
    const known = slots[finding.slot];
    if (known !== undefined && known.confidence >= finding.confidence) continue;
    const { messageId, start, end } = turn.locate(finding);
    slots[finding.slot] = {
      value: finding.value,
      confidence: roundShare(finding.confidence),
      messageId,
      span: { start, end, text: turn.textOf(messageId).slice(start, end) },
    };
  }
  return slots;
}

function roundRanked({ intent, confidence }: RankedIntent): RankedIntent {
  return { intent, confidence: roundShare(confidence) };
}

function roundShare(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}
