import type { Flow } from '@/flows/schema/flow';
import type { Seeds } from './blank-value';

export function seedsOf({ start, defaultLanguage }: Flow): Seeds {
  return { state: start, language: defaultLanguage };
}
