import { z } from 'zod';

/** The source of a condition, read by `flows/expressions`. An empty one always holds. */
export const conditionText = z.string();

/** The source of a condition that must be there. */
export const neededConditionText = z.string().min(1);

/** The source of a formula, which gives a value: `property_value * 0.6`. */
export const formulaText = z.string().min(1);
