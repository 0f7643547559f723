import type { CheckRule } from '../check-rule';

/** Below this share of the contacts a variant teaches nothing. */
const SMALLEST_SHARE = 0.01;

/** Weights say what their author meant: more than one variant, none forgotten, and percentages that make 100. */
export const splitOddWeights: CheckRule = {
  code: 'split.odd_weights',
  severity: 'hint',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, state }) => {
      const odd = state.type === 'split' ? oddity(state.data.variants) : null;
      if (odd === null) return [];
      return [
        {
          place: { state: id, path: 'variants' },
          message: `In the split "${id}" ${odd}.`,
          fix: 'Correct the weights.',
        },
      ];
    }),
};

function oddity(variants: readonly Readonly<{ id: string; weight: number }>[]): string | null {
  if (variants.length === 1) return 'everybody goes the same way';
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  const small = variants.find(({ weight }) => weight / sum < SMALLEST_SHARE);
  if (small) return `fewer than one in a hundred go along "${small.id}"`;
  const lookLikePercentages = sum !== 100 && sum > 80 && sum < 120 && variants.some(({ weight }) => weight >= 10);
  const areEqual = variants.every(({ weight }) => weight === variants[0]?.weight);
  return lookLikePercentages && !areEqual ? `the weights look like percentages and make ${sum}` : null;
}
