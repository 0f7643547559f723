import { changeInside } from './change-inside';
import { boldFix, type FixRule } from './fix';

/** Weights become equal shares, or the percentages that they look like. */
export const splitOddWeights: FixRule = {
  code: 'split.odd_weights',
  fixes: ({ place }, flow) => {
    const state = flow.states.find(({ id }) => id === place.state);
    const variants = state?.type === 'split' ? state.data.variants : [];
    if (variants.length < 2) return [];
    const weights = variants.map(({ weight }) => weight);
    const asPercent = percentages(weights);
    const withWeights = (wanted: readonly number[]) => () => ({
      variants: variants.map((variant, index) => ({ ...variant, weight: wanted[index] ?? variant.weight })),
    });
    return [
      ...(asPercent.every((percent) => percent >= 1)
        ? [
            boldFix('percent', `Make it ${asPercent.join(' : ')} percent`, (now) =>
              changeInside(now, place, withWeights(asPercent)),
            ),
          ]
        : []),
      boldFix('equal', 'Share equally', (now) => changeInside(now, place, withWeights(weights.map(() => 1)))),
    ];
  },
};

/** Whole percentages in the proportion of the weights, which make 100: what rounding leaves goes to the largest. */
function percentages(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const rounded = weights.map((weight) => Math.round((weight / sum) * 100));
  const largest = weights.indexOf(Math.max(...weights));
  const rest = 100 - rounded.reduce((total, percent) => total + percent, 0);
  return rounded.map((percent, index) => (index === largest ? percent + rest : percent));
}
