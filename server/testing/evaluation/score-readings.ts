/** What was read from one message, or should have been. */
export type Reading = Readonly<{
  language: string;
  script: string;
  intent: string;
  sentiment?: string | undefined;
  slots: Readonly<Record<string, unknown>>;
}>;

export type Judged = Readonly<{
  id: string;
  text: string;
  expected: Reading;
  actual: Reading & Readonly<{ confidence: number }>;
}>;

export type Rates = Readonly<{
  messages: number;
  intentAccuracy: number;
  /** The F1 of each intent that should have come or came, averaged without weights. */
  macroF1: number;
  languageAccuracy: number;
  scriptAccuracy: number;
  sentimentAccuracy: number;
  slotPrecision: number;
  slotRecall: number;
  slotF1: number;
}>;

export type Confusion = Readonly<{ expected: string; actual: string; count: number; example: string }>;

/** Shares from 0 to 1 over all messages; 1 where there was nothing to get wrong. */
export function rate(judged: readonly Judged[]): Rates {
  const slots = countSlots(judged);
  const slotPrecision = share(slots.right, slots.read);
  const slotRecall = share(slots.right, slots.wanted);
  const withSentiment = judged.filter(({ expected }) => expected.sentiment !== undefined);
  return {
    messages: judged.length,
    intentAccuracy: shareOf(judged, ({ expected, actual }) => expected.intent === actual.intent),
    macroF1: macroF1(judged),
    languageAccuracy: shareOf(judged, ({ expected, actual }) => expected.language === actual.language),
    scriptAccuracy: shareOf(judged, ({ expected, actual }) => expected.script === actual.script),
    sentimentAccuracy: shareOf(withSentiment, ({ expected, actual }) => expected.sentiment === actual.sentiment),
    slotPrecision,
    slotRecall,
    slotF1: harmonicMean(slotPrecision, slotRecall),
  };
}

/** Which intents were taken for which, the most frequent first. */
export function confusionsOf(judged: readonly Judged[]): readonly Confusion[] {
  const confusions = new Map<string, Confusion>();
  for (const { text, expected, actual } of judged) {
    if (expected.intent === actual.intent) continue;
    const pair = `${expected.intent} > ${actual.intent}`;
    const count = (confusions.get(pair)?.count ?? 0) + 1;
    confusions.set(pair, { expected: expected.intent, actual: actual.intent, count, example: text });
  }
  return [...confusions.values()].sort((left, right) => right.count - left.count);
}

export type ConfidenceBand = Readonly<{ from: number; to: number; messages: number; accuracy: number }>;

/** How often an intent was right by how sure the reader was: an honest reader is as often right as it is sure. */
export function confidenceBands(judged: readonly Judged[]): readonly ConfidenceBand[] {
  return BANDS.map(([from, to]) => {
    const inBand = judged.filter(({ actual: { confidence } }) => confidence >= from && (confidence < to || to === 1));
    const accuracy = shareOf(inBand, ({ expected, actual }) => expected.intent === actual.intent);
    return { from, to, messages: inBand.length, accuracy };
  });
}

const BANDS = [
  [0, 0.3],
  [0.3, 0.5],
  [0.5, 0.7],
  [0.7, 0.9],
  [0.9, 1],
] as const;

export type SlotMiss = Readonly<{ id: string; text: string; slot: string; expected: unknown; actual: unknown }>;

/** Slots that are missing, too many, or hold another value. */
export function slotMissesOf(judged: readonly Judged[]): readonly SlotMiss[] {
  return judged.flatMap(({ id, text, expected, actual }) =>
    [...new Set([...Object.keys(expected.slots), ...Object.keys(actual.slots)])]
      .filter((slot) => !isSameValue(expected.slots[slot], actual.slots[slot]))
      .map((slot) => ({ id, text, slot, expected: expected.slots[slot], actual: actual.slots[slot] })),
  );
}

/** Texts are compared without regard to letter case and spaces, times as points in time, everything else exactly. */
export function isSameValue(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'string' || typeof actual !== 'string') return expected === actual;
  if (plain(expected) === plain(actual)) return true;
  return DATE_TIME.test(expected) && Date.parse(expected) === Date.parse(actual);
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function countSlots(judged: readonly Judged[]): { wanted: number; read: number; right: number } {
  const counts = { wanted: 0, read: 0, right: 0 };
  for (const { expected, actual } of judged) {
    counts.wanted += Object.keys(expected.slots).length;
    counts.read += Object.keys(actual.slots).length;
    counts.right += Object.entries(expected.slots).filter(([slot, value]) =>
      isSameValue(value, actual.slots[slot]),
    ).length;
  }
  return counts;
}

function macroF1(judged: readonly Judged[]): number {
  const intents = new Set(judged.flatMap(({ expected, actual }) => [expected.intent, actual.intent]));
  const scores = [...intents].map((intent) => {
    const wanted = judged.filter(({ expected }) => expected.intent === intent);
    const read = judged.filter(({ actual }) => actual.intent === intent);
    const right = wanted.filter(({ actual }) => actual.intent === intent).length;
    return harmonicMean(share(right, read.length), share(right, wanted.length));
  });
  return scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function shareOf(judged: readonly Judged[], isRight: (one: Judged) => boolean): number {
  return share(judged.filter(isRight).length, judged.length);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function harmonicMean(left: number, right: number): number {
  return left + right === 0 ? 0 : (2 * left * right) / (left + right);
}
