import { KeyTable } from '../key-table';
import { unpackFloat32, unpackInt8, unpackInt32 } from '../learning/packed-numbers';
import { FAMILY_WEIGHTS, type Features } from './intent-features';

/** A trained model as JSON: numbers are packed, the weights of a feature are bytes of its own scale. */
export type TrainedLinearModel = Readonly<{
  keys: string;
  rarity: string;
  weights: string;
  scales: string;
  bias: string;
}>;

export type LinearModel = Readonly<{
  /** One probability a label. */
  probabilitiesOf: (features: Features) => Float64Array;
  /** Whether any feature of these families was learnt. */
  knowsAny: (features: Features, ...families: readonly number[]) => boolean;
}>;

/** Multinomial logistic regression, ready to judge. */
export function createLinearModel(trained: TrainedLinearModel): LinearModel {
  const vocabulary = new Vocabulary(unpackInt32(trained.keys), unpackFloat32(trained.rarity));
  const weights = unpackInt8(trained.weights);
  const scales = unpackFloat32(trained.scales);
  const bias = unpackFloat32(trained.bias);
  const labelCount = bias.length;
  return {
    probabilitiesOf: (features) => {
      const scores = new Float64Array(bias);
      const { ids, values } = vocabulary.vectorOf(features);
      for (let index = 0; index < ids.length; index++) {
        const id = ids[index] ?? 0;
        const from = id * labelCount;
        const value = (values[index] ?? 0) * (scales[id] ?? 0);
        for (let label = 0; label < labelCount; label++) {
          scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0) * value;
        }
      }
      toProbabilities(scores, TEMPERATURE);
      return scores;
    },
    knowsAny: ({ keys, families: kinds }, ...families) =>
      kinds.some((family, index) => families.includes(family) && vocabulary.has(keys[index] ?? 0)),
  };
}

const TEMPERATURE = 0.8; // fitted on messages that were never trained on

/** Turns scores into probabilities, in place. A higher temperature makes them more alike. */
export function toProbabilities(scores: Float64Array, temperature: number): void {
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

export type Vector = Readonly<{ ids: Int32Array; values: Float32Array }>;

/** The features that a model knows: `keys[id]` and how rare each is. */
export class Vocabulary {
  private readonly table: KeyTable;
  private readonly counts: Uint16Array;
  readonly size: number;

  constructor(
    keys: Int32Array,
    private readonly rarity: Float32Array,
  ) {
    this.table = new KeyTable(keys.length);
    for (const key of keys) this.table.add(key);
    this.counts = new Uint16Array(keys.length);
    this.size = keys.length;
  }

  has(key: number): boolean {
    return this.table.find(key) >= 0;
  }

  vectorOf({ keys, families }: Features): Vector {
    const ids = new Int32Array(keys.length);
    const familyOf = new Uint8Array(keys.length);
    let length = 0;
    for (let index = 0; index < keys.length; index++) {
      const id = this.table.find(keys[index] ?? 0);
      if (id < 0) continue;
      const count = this.counts[id] ?? 0;
      this.counts[id] = count + 1;
      if (count > 0) continue;
      ids[length] = id;
      familyOf[length++] = families[index] ?? 0;
    }
    return this.weigh(ids.slice(0, length), familyOf);
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
