import { z } from 'zod';
import stored from './people.json';

const words = z.array(z.string().min(1)).min(1).readonly();

/** What people of a language are called in the sample data, where they live, and how they name what they own and need. */
const samplePeople = z
  .strictObject({
    given: words,
    family: words,
    /** As they are called in English. */
    cities: words,
    /** What they answer; `{type}`, `{city}`, `{amount}` and `{purpose}` are filled in. */
    place: words,
    value: words,
    loan: words,
    types: z.record(z.string(), z.string()).readonly(),
    purposes: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();
export type SamplePeople = z.infer<typeof samplePeople>;

/** By language. */
export const peopleByLanguage: Readonly<Record<string, SamplePeople>> = z
  .record(z.string(), samplePeople)
  .parse(stored);
