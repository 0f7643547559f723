import type { CampaignVariant } from '../plan/campaign-plan';

/**
 * A number from 0 up to 1 for the `place`th of a line, so that at every length of the line they fill the whole evenly: of any
 * part of it, a share of the people falls into just that part, give or take two. Steps by an irrational number (Weyl 1916).
 */
export function evenFraction(place: number, step: keyof typeof steps): number {
  return (0.5 + place * steps[step]) % 1;
}

// Two steps that have nothing to do with each other: the variants are spread evenly over the days too.
const steps = { variant: (Math.sqrt(5) - 1) / 2, day: Math.SQRT2 - 1 } as const;

/** Which variant the `place`th person gets: of all, each variant gets its stated share. */
export function variantFor(variants: readonly CampaignVariant[], place: number): CampaignVariant | undefined {
  const whole = variants.reduce((sum, { share }) => sum + share, 0);
  const mark = evenFraction(place, 'variant') * whole;
  let upTo = 0;
  for (const variant of variants) {
    upTo += variant.share;
    if (mark < upTo) return variant;
  }
  return variants.at(-1);
}
