import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createReader, type Reader } from '@/flows/understanding/understand';
import type { LanguagePack } from '@/prompts/language-pack';
import { parseLanguage } from '@/prompts/parse-language';
import { readTrained } from './ensure-trained';

/**
 * The embedded reader, from the files themselves: a command line starts sooner when megabytes of words don't pass through
 * the module loader. What the app bundles is `flows/understanding/load-reader.ts`.
 */
export function readerFromDisk(): { reader: Reader; packs: Readonly<Record<string, LanguagePack>> } {
  const packs = Object.fromEntries(
    readdirSync(LANGUAGES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, parseLanguage(name, readFolder(path.join(LANGUAGES, name)))]),
  );
  return { reader: createReader(packs, readTrained()), packs };
}

const LANGUAGES = path.join(import.meta.dirname, '../../prompts/languages');
const ONLY_FOR_TRAINING = 'utterances.json';

function readFolder(folder: string): Readonly<Record<string, unknown>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== ONLY_FOR_TRAINING);
  return Object.fromEntries(
    files.map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(path.join(folder, file), 'utf8'))]),
  );
}
