import { FAMILY_WEIGHTS, type Features } from './intent-features';
import { KeyTable } from './key-table';

export type Example = Readonly<{ features: Features; label: number }>;
export type LinearModel = Readonly<{ probabilitiesOf: (features: Features) => Float64Array }>;

/**
 * Multinomial logistic regression over sparse features, trained by AdaGrad in a fixed order: the same examples give the
 * same weights, bit for bit. Features seen once are dropped unless they are whole words or concepts.
 */
export function trainLinearModel(examples: readonly Example[], labelCount: number): LinearModel {
  const vocabulary = new Vocabulary(examples);
  const vectors = examples.map(({ features }) => vocabulary.vectorOf(features));
  const weights = new Float32Array(vocabulary.size * labelCount);
  const bias = new Float32Array(labelCount);
  train(vectors, examples, weights, bias);
  return {
    probabilitiesOf: (features) => {
      const scores = new Float64Array(labelCount);
      score(vocabulary.vectorOf(features), weights, bias, scores);
      toProbabilities(scores, TEMPERATURE);
      return scores;
    },
  };
}

type Vector = Readonly<{ ids: Int32Array; values: Float32Array }>;

const EPOCHS = 5;
const RATE = 0.45;
const SMOOTHING = 0.05; // of labels: the probabilities stay honest
const SMALLEST_STEP = 0.01;
const FIRST_SQUARES = 0.01;
const SEED = 7;
const TEMPERATURE = 0.8; // fitted on messages that were never trained on

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

function toProbabilities(scores: Float64Array, temperature: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > highest) highest = value;
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    const share = Math.exp(((scores[index] ?? 0) - highest) / temperature);
    scores[index] = share;
    sum += share;
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum;
}

/** Ids of the features worth learning, with how rare each is. */
class Vocabulary {
  private readonly table = new KeyTable(1 << 17);
  /** By the id in the table: the id in the model, or -1 for a feature that is not worth learning. */
  private readonly modelIds: Int32Array;
  private readonly rarity: Float32Array;
  private readonly counts: Uint16Array;
  readonly size: number;

  constructor(examples: readonly Example[]) {
    const { seen, isKept } = this.countFeatures(examples);
    this.modelIds = new Int32Array(this.table.size).fill(-1);
    this.rarity = new Float32Array(this.table.size);
    let size = 0;
    for (let id = 0; id < this.table.size; id++) {
      const count = seen[id] ?? 0;
      if (count < 2 && isKept[id] !== 1) continue;
      this.modelIds[id] = size;
      this.rarity[size++] = Math.log((1 + examples.length) / (1 + count)) + 1;
    }
    this.size = size;
    this.counts = new Uint16Array(size);
  }

  vectorOf({ keys, families }: Features): Vector {
    const ids = new Int32Array(keys.length);
    const familyOf = new Uint8Array(keys.length);
    let length = 0;
    for (let index = 0; index < keys.length; index++) {
      const id = this.modelIds[this.table.find(keys[index] ?? 0)] ?? -1;
      if (id < 0) continue;
      const count = this.counts[id] ?? 0;
      this.counts[id] = count + 1;
      if (count > 0) continue;
      ids[length] = id;
      familyOf[length++] = families[index] ?? 0;
    }
    return this.weigh(ids.slice(0, length), familyOf);
  }

  /** How many examples have each feature, and whether it is of a family that is kept even when rare. */
  private countFeatures(examples: readonly Example[]): { seen: Uint16Array; isKept: Uint8Array } {
    const most = examples.reduce((sum, { features }) => sum + features.keys.length, 0);
    const seen = new Uint16Array(most);
    const isKept = new Uint8Array(most);
    const lastExample = new Int32Array(most).fill(-1);
    examples.forEach(({ features: { keys, families } }, example) => {
      for (let index = 0; index < keys.length; index++) {
        const id = this.table.add(keys[index] ?? 0);
        if (KEPT_FAMILIES.has(families[index] ?? 0)) isKept[id] = 1;
        if (lastExample[id] === example) continue;
        lastExample[id] = example;
        seen[id] = (seen[id] ?? 0) + 1;
      }
    });
    return { seen, isKept };
  }

  /** Weights by count and rarity; the features of one family together have the length that the family has in the model. */
  private weigh(ids: Int32Array, familyOf: Uint8Array): Vector {
    const values = new Float32Array(ids.length);
    const squares = new Float64Array(FAMILY_WEIGHTS.length);
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] ?? 0;
      const value = (1 + Math.log(this.counts[id] ?? 1)) * (this.rarity[id] ?? 1);
      this.counts[id] = 0;
      values[index] = value;
      const family = familyOf[index] ?? 0;
      squares[family] = (squares[family] ?? 0) + value * value;
    }
    for (let index = 0; index < ids.length; index++) {
      const family = familyOf[index] ?? 0;
      values[index] = ((values[index] ?? 0) * (FAMILY_WEIGHTS[family] ?? 1)) / Math.sqrt(squares[family] ?? 1);
    }
    return { ids, values };
  }
}

// Words and concepts are kept even when seen once; a letter group or pair seen once is noise.
const KEPT_FAMILIES: ReadonlySet<number> = new Set([0, 3]);

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
