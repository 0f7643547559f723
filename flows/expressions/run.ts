import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguageCode, LocalizedText } from '../schema/language';
import { factsByName } from './facts-by-name';
import type { FormattingPack } from './formatting-pack';
import { expressionLimits } from './limits';
import type { Scope } from './scope';
import { type ExpressionValue, kindOf } from './values';

/** What an evaluation may know of the world beside its scope. */
export type ExpressionEnv = Readonly<{
  /** The language of the text being rendered. */
  language: LanguageCode;
  /** The flow's own language: facts that lack a text in `language` are said in this one. */
  defaultLanguage: LanguageCode;
  /** IANA name of the contact's timezone. */
  timezone: string;
  nowMs: number;
  packs: Readonly<Record<LanguageCode, FormattingPack>>;
  facts: ProductFacts;
}>;

export const issueCodes = [
  'expression.unknown_name',
  'expression.unknown_value',
  'expression.wrong_type',
  'expression.out_of_range',
  'expression.division_by_zero',
  'expression.no_wording',
  'expression.no_language',
  'expression.too_long',
  'expression.step_limit',
  'expression.broken',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** Something that went wrong in an evaluation, which went on without it. `at` is a position in the source. */
export type ExpressionIssue = Readonly<{ code: IssueCode; message: string; at: number }>;

/** Fills the `{{ }}` of a fact's text within a running evaluation. */
export type FillFactText = (source: string, run: Run) => string;

/** One expression's or text's evaluation: where names are read, steps counted and issues collected. */
export class Run {
  private steps = 0;
  private factDepth = 0;
  private found: ExpressionIssue[] | null = null;
  private words: FormattingPack | null | undefined = undefined;

  constructor(
    private readonly scope: Scope,
    readonly env: ExpressionEnv,
    private readonly stepLimit: number,
    private readonly fillFactText: FillFactText,
  ) {}

  get issues(): readonly ExpressionIssue[] {
    return this.found ?? noIssues;
  }

  /** Counts one operation; false when the budget is used up, and then nothing more is worked out. */
  step(at: number): boolean {
    this.steps += 1;
    if (this.steps <= this.stepLimit) return true;
    if (this.steps === this.stepLimit + 1) this.report('expression.step_limit', 'This takes too many steps.', at);
    return false;
  }

  get isSpent(): boolean {
    return this.steps > this.stepLimit;
  }

  /** Keeps an issue and returns unknown, so that the caller can return it. */
  report(code: IssueCode, message: string, at: number): undefined {
    this.found ??= [];
    if (this.found.length < expressionLimits.issues) this.found.push({ code, message, at });
    return undefined;
  }

  wrongType(wanted: string, value: ExpressionValue, at: number): undefined {
    return this.report('expression.wrong_type', `Here ${wanted} is needed, and this is ${kindOf(value)}.`, at);
  }

  read(name: string, at: number): ExpressionValue | undefined {
    const value = this.scope.get(name);
    if (value === undefined) {
      return this.scope.declares(name) ? undefined : this.unknownName(name, at);
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return this.report('expression.out_of_range', `"${name}" is not a finite number.`, at);
    }
    return value;
  }

  readFact(name: string, at: number): ExpressionValue | undefined {
    const fact = factsByName(this.env.facts).get(name);
    if (fact === undefined) return this.unknownName(`facts.${name}`, at);
    return fact.type === 'value' ? fact.value : this.readFactText(name, fact.text, at);
  }

  /** The words of the language being rendered; undefined, once reported, when that language has no pack. */
  pack(at: number): FormattingPack | undefined {
    if (this.words === undefined) {
      const { packs, language, defaultLanguage } = this.env;
      this.words = ownEntry(packs, language) ?? ownEntry(packs, defaultLanguage) ?? null;
      if (this.words === null) {
        this.report('expression.no_language', `There are no words for the language "${language}".`, at);
      }
    }
    return this.words ?? undefined;
  }

  /** Cuts a text to the limit, between characters. */
  limited(text: string, at: number): string {
    if (text.length <= expressionLimits.textLength) return text;
    this.report('expression.too_long', `This text is longer than ${expressionLimits.textLength} characters.`, at);
    const last = text.charCodeAt(expressionLimits.textLength - 1);
    const isHalf = last >= 0xd800 && last <= 0xdbff;
    return text.slice(0, expressionLimits.textLength - (isHalf ? 1 : 0));
  }

  private readFactText(name: string, text: LocalizedText, at: number): string | undefined {
    const { language, defaultLanguage } = this.env;
    const source = ownEntry(text, language) || ownEntry(text, defaultLanguage);
    if (!source) {
      return this.report('expression.no_wording', `The fact "${name}" has no text in "${language}".`, at);
    }
    if (!source.includes('{{')) return source;
    if (this.factDepth >= expressionLimits.factDepth) {
      return this.report('expression.step_limit', `The fact "${name}" uses facts that use facts, too deeply.`, at);
    }
    this.factDepth += 1;
    const filled = this.fillFactText(source, this);
    this.factDepth -= 1;
    return filled;
  }

  private unknownName(name: string, at: number): undefined {
    return this.report('expression.unknown_name', `There is nothing with the name "${name}".`, at);
  }
}

/** An object's own entry: a name such as "constructor" leads nowhere. */
export function ownEntry<Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

const noIssues: readonly ExpressionIssue[] = Object.freeze([]);
