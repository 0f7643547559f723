import { cpus } from 'node:os';
import type { NlpJsJudgement } from './nlp-js';
import { confidenceBands, confusionsOf, type Judged, type Rates, rate, slotMissesOf } from './score-readings';

export type Evaluation = Readonly<{
  judged: readonly Judged[];
  milliseconds: readonly number[];
  loadMilliseconds: number;
  nlpJs: NlpJsJudgement | null;
}>;

/** The report as Markdown, which reads well in a terminal, too. */
export function reportOf(evaluation: Evaluation): string {
  const { judged } = evaluation;
  return [
    variantTable(evaluation),
    speedOf(evaluation),
    comparisonOf(evaluation),
    `## Intents taken for others\n\n${confusionTable(judged)}`,
    `## Sureness\n\n${sureness(judged)}`,
    `## Slots\n\n${slotTable(judged)}`,
  ].join('\n\n');
}

/** Every message that was not read as it should have been, a line each. */
export function missesOf({ judged }: Evaluation): string {
  const intents = judged
    .filter(({ expected, actual }) => expected.intent !== actual.intent)
    .map(({ id, text, expected, actual }) => `${id}\t${expected.intent} > ${actual.intent}\t${text}`);
  const languages = judged
    .filter(({ expected, actual }) => expected.language !== actual.language || expected.script !== actual.script)
    .map(({ id, text, expected, actual }) => `${id}\t${variantOf(expected)} > ${variantOf(actual)}\t${text}`);
  const slots = slotMissesOf(judged).map(
    ({ id, text, slot, expected, actual }) => `${id}\t${slot}: ${written(expected)} > ${written(actual)}\t${text}`,
  );
  return [...intents, ...languages, ...slots].join('\n');
}

function variantTable({ judged, nlpJs }: Evaluation): string {
  const variants = [...new Set(judged.map(({ expected }) => variantOf(expected)))].sort();
  const nlpJsOf = (isIn: (one: Judged) => boolean): string =>
    nlpJs === null ? '' : ` ${percent(shareRight(nlpJs.isRight.filter((_, index) => isInAt(judged, index, isIn))))} |`;
  const head = `| variant | messages | intents | macro F1 | language | script | slots P / R / F1 | sentiment |${nlpJs ? ' nlp.js intents |' : ''}`;
  const rows = [
    ...variants.map((variant) => {
      const isIn = ({ expected }: Judged): boolean => variantOf(expected) === variant;
      return row(variant, rate(judged.filter(isIn))) + nlpJsOf(isIn);
    }),
    row('**all**', rate(judged)) + nlpJsOf(() => true),
  ];
  return [head, `|${' --- |'.repeat(head.split('|').length - 2)}`, ...rows].join('\n');
}

function row(name: string, rates: Rates): string {
  const slots = [rates.slotPrecision, rates.slotRecall, rates.slotF1].map(percent).join(' / ');
  const cells = [
    ...[name, String(rates.messages), percent(rates.intentAccuracy), percent(rates.macroF1)],
    ...[percent(rates.languageAccuracy), percent(rates.scriptAccuracy), slots, percent(rates.sentimentAccuracy)],
  ];
  return `| ${cells.join(' | ')} |`;
}

function speedOf({ milliseconds, loadMilliseconds }: Evaluation): string {
  const total = milliseconds.reduce((sum, each) => sum + each, 0);
  const each = Math.round((milliseconds.length / total) * 1000);
  const slowest = percentile(milliseconds, 0.99);
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  return `${each.toLocaleString('en-IN')} messages a second on one core, 99th percentile ${slowest.toFixed(2)} ms, loaded in ${Math.round(loadMilliseconds)} ms (${machine}, Node ${process.versions.node}).`;
}

function comparisonOf({ judged, nlpJs, milliseconds }: Evaluation): string {
  if (nlpJs === null) return 'Not compared with nlp.js (`--compare`).';
  const ours = rate(judged).intentAccuracy;
  const theirs = shareRight(nlpJs.isRight);
  const oursEach = milliseconds.reduce((sum, each) => sum + each, 0) / milliseconds.length;
  const errors = ((1 - theirs) / Math.max(1 - ours, 1e-9)).toFixed(1);
  return `nlp.js (\`@nlpjs/basic\`), trained on the same utterances in ${nlpJs.trainSeconds.toFixed(0)} s and told the language of each message: ${percent(theirs)} % of the intents, ${errors} times the errors, ${(nlpJs.millisecondsEach / oursEach).toFixed(1)} times the time for each message. It reads no slots.`;
}

const MOST_CONFUSIONS = 20;

function confusionTable(judged: readonly Judged[]): string {
  const confusions = confusionsOf(judged).slice(0, MOST_CONFUSIONS);
  if (confusions.length === 0) return 'None.';
  return [
    '| should be | read as | times | for example |',
    '| --- | --- | --- | --- |',
    ...confusions.map(
      ({ expected, actual, count, example }) =>
        `| ${expected} | ${actual} | ${count} | ${example.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`,
    ),
  ].join('\n');
}

function sureness(judged: readonly Judged[]): string {
  return [
    '| confidence | messages | of these right |',
    '| --- | --- | --- |',
    ...confidenceBands(judged).map(
      ({ from, to, messages, accuracy }) =>
        `| ${from.toFixed(1)}–${to.toFixed(1)} | ${messages} | ${messages === 0 ? '' : percent(accuracy)} |`,
    ),
  ].join('\n');
}

function slotTable(judged: readonly Judged[]): string {
  const slots = [...new Set(judged.flatMap(({ expected }) => Object.keys(expected.slots)))].sort();
  return [
    '| slot | messages with it | P | R | F1 |',
    '| --- | --- | --- | --- | --- |',
    ...slots.map((slot) => {
      const only = judged.map((one) => ({
        ...one,
        expected: withOnly(one.expected, slot),
        actual: withOnly(one.actual, slot),
      }));
      const { slotPrecision, slotRecall, slotF1 } = rate(only);
      const count = only.filter(({ expected }) => slot in expected.slots).length;
      return `| ${slot} | ${count} | ${percent(slotPrecision)} | ${percent(slotRecall)} | ${percent(slotF1)} |`;
    }),
  ].join('\n');
}

function withOnly<Reading extends { readonly slots: Readonly<Record<string, unknown>> }>(
  reading: Reading,
  slot: string,
) {
  return { ...reading, slots: slot in reading.slots ? { [slot]: reading.slots[slot] } : {} };
}

function variantOf({ language, script }: { readonly language: string; readonly script: string }): string {
  return script === 'native' || language === 'en' ? language : `${language}-Latn`;
}

function isInAt(judged: readonly Judged[], index: number, isIn: (one: Judged) => boolean): boolean {
  const one = judged[index];
  return one !== undefined && isIn(one);
}

function shareRight(isRight: readonly boolean[]): number {
  return isRight.length === 0 ? 1 : isRight.filter(Boolean).length / isRight.length;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length * share)] ?? 0;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
