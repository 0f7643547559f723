import { languages } from '@/prompts/load-languages';
import trained from './generated/trained-reader.json';
import { createReader, type Reader } from './understand';

/** The embedded reader of the shipped languages. */
export function loadReader(): Reader {
  return createReader(languages, trained);
}
