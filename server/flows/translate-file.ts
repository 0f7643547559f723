import { readFile, writeFile } from 'node:fs/promises';
import { parseFlow } from '@/flows/schema/parse-flow';
import { languages } from '@/prompts/load-languages';
import { readSettings } from '../start/settings';
import { configuredModel } from '../understanding/model/configured-model';
import { draftTranslations } from './draft-translations';

/**
 * Drafts what a flow document lacks in a language and writes the document back; prints what was refused and why. Returns the
 * exit code: 1 when nothing could be asked, or texts still lack the language.
 */
export async function translateFile(file: string, language: string, write: (line: string) => void): Promise<0 | 1> {
  const parsed = parseFlow(await readFile(file, 'utf8'));
  if (!parsed.ok) return fail(write, `${file} is not a flow that can be read: ${parsed.issues[0]?.message ?? ''}`);
  const { flow } = parsed;
  if (languages[language] === undefined || !flow.languages.includes(language)) {
    return fail(write, `This flow speaks ${flow.languages.join(', ')}, not "${language}".`);
  }
  readSettings();
  const model = configuredModel();
  if (model === null) return fail(write, 'No language model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL.');
  const run = await draftTranslations(flow, language, model, async () => {});
  if (run.drafted.length > 0) await writeFile(file, `${JSON.stringify(run.flow, null, 2)}\n`);
  write(`${run.drafted.length} drafted, ${run.refused.length} refused, ${run.left} still without ${language}.`);
  for (const { key, reason } of run.refused) write(`${key}: ${reason}`);
  if (run.failure !== null) write(`The model stopped answering: ${run.failure}.`);
  return run.left === 0 ? 0 : 1;
}

function fail(write: (line: string) => void, sentence: string): 1 {
  write(sentence);
  return 1;
}
