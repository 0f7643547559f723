import { CONCEPT, type Features, WORD } from '../intents/intent-features';
import { type TrainedLinearModel, toProbabilities, type Vector, Vocabulary } from '../intents/linear-model';
import { KeyTable } from '../key-table';
import { pack } from './packed-numbers';

export type Example = Readonly<{ features: Features; label: number }>;

/**
 * Multinomial logistic regression over sparse features, trained by AdaGrad in a fixed order: the same examples give the
 * same weights, bit for bit. Rare features are dropped.
 */
export function trainLinearModel(examples: readonly Example[], labelCount: number): TrainedLinearModel {
  const { keys, rarity } = countFeatures(examples);
  const vocabulary = new Vocabulary(keys, rarity);
  const vectors = examples.map(({ features }) => vocabulary.vectorOf(features));
  const weights = new Float32Array(vocabulary.size * labelCount);
  const bias = new Float32Array(labelCount);
  train(vectors, examples, weights, bias);
  return { keys: pack(keys), rarity: pack(rarity), ...packWeights(weights, labelCount), bias: pack(bias) };
}

const EPOCHS = 5;
const RATE = 0.45;
const SMOOTHING = 0.05; // of labels: the probabilities stay honest
const SMALLEST_STEP = 0.01;
const FIRST_SQUARES = 0.01;
const SEED = 7;
// How often a feature must be seen to be learnt: a word or a concept twice, a letter group or a pair three times.
const LEAST_SEEN = 3;
const LEAST_SEEN_OF_WORDS = 2;
const WHOLE_FAMILIES: ReadonlySet<number> = new Set([WORD, CONCEPT]);

/** The features worth learning, and how rare each is among the examples. */
function countFeatures(examples: readonly Example[]): { keys: Int32Array; rarity: Float32Array } {
  const table = new KeyTable(1 << 16);
  const most = examples.reduce((sum, { features }) => sum + features.keys.length, 0);
  const keyOf = new Int32Array(most);
  const seen = new Uint16Array(most);
  const isWhole = new Uint8Array(most);
  const lastExample = new Int32Array(most).fill(-1);
  examples.forEach(({ features: { keys, families } }, example) => {
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      const id = table.add(key);
      keyOf[id] = key;
      if (WHOLE_FAMILIES.has(families[index] ?? 0)) isWhole[id] = 1;
      if (lastExample[id] === example) continue;
      lastExample[id] = example;
      seen[id] = (seen[id] ?? 0) + 1;
    }
  });
  const ids = Array.from({ length: table.size }, (_, id) => id).filter(
    (id) => (seen[id] ?? 0) >= (isWhole[id] === 1 ? LEAST_SEEN_OF_WORDS : LEAST_SEEN),
  );
  return {
    keys: Int32Array.from(ids, (id) => keyOf[id] ?? 0),
    rarity: Float32Array.from(ids, (id) => Math.log((1 + examples.length) / (1 + (seen[id] ?? 0))) + 1),
  };
}

function train(
  vectors: readonly Vector[],
  examples: readonly Example[],
  weights: Float32Array,
  bias: Float32Array,
): void {
  const squares = new Float32Array(weights.length).fill(FIRST_SQUARES);
  const biasSquares = new Float32Array(bias.length).fill(FIRST_SQUARES);
  const scores = new Float64Array(bias.length);
  const order = vectors.map((_, index) => index);
  const chance = createChance(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, chance);
    for (const index of order) {
      const vector = vectors[index];
      if (vector === undefined) continue;
      score(vector, weights, bias, scores);
      toProbabilities(scores, 1);
      toGradient(scores, examples[index]?.label ?? 0);
      update(vector, scores, weights, squares);
      for (let label = 0; label < bias.length; label++) step(bias, biasSquares, label, scores[label] ?? 0);
    }
  }
}

function score({ ids, values }: Vector, weights: Float32Array, bias: Float32Array, scores: Float64Array): void {
  const labelCount = bias.length;
  scores.set(bias);
  for (let index = 0; index < ids.length; index++) {
    const from = (ids[index] ?? 0) * labelCount;
    const value = values[index] ?? 0;
    for (let label = 0; label < labelCount; label++) {
      scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0) * value;
    }
  }
}

function toGradient(scores: Float64Array, label: number): void {
  for (let index = 0; index < scores.length; index++) {
    const target = (index === label ? 1 - SMOOTHING : 0) + SMOOTHING / scores.length;
    scores[index] = (scores[index] ?? 0) - target;
  }
}

/** Moves the weights of the labels that are wrong enough; most are right after the first round, which makes training fast. */
function update({ ids, values }: Vector, gradient: Float64Array, weights: Float32Array, squares: Float32Array): void {
  const wrong: number[] = [];
  for (let label = 0; label < gradient.length; label++) {
    if (Math.abs(gradient[label] ?? 0) >= SMALLEST_STEP) wrong.push(label);
  }
  for (let index = 0; index < ids.length; index++) {
    const from = (ids[index] ?? 0) * gradient.length;
    const value = values[index] ?? 0;
    for (const label of wrong) step(weights, squares, from + label, (gradient[label] ?? 0) * value);
  }
}

function step(weights: Float32Array, squares: Float32Array, at: number, gradient: number): void {
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(square);
}

/** A byte a weight: a quarter of the size, and no decision that was not a toss-up changes. */
function packWeights(weights: Float32Array, labelCount: number): { weights: string; scales: string } {
  const scales = new Float32Array(weights.length / labelCount);
  const bytes = new Int8Array(weights.length);
  for (let id = 0; id < scales.length; id++) {
    const row = weights.subarray(id * labelCount, (id + 1) * labelCount);
    const scale = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
    scales[id] = scale;
    for (let label = 0; label < labelCount; label++) {
      bytes[id * labelCount + label] = Math.round((row[label] ?? 0) / scale);
    }
  }
  return { weights: pack(bytes), scales: pack(scales) };
}

function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function shuffle(order: number[], chance: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(chance() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}
