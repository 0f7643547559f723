import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';

/** Where the shipped flows are, from the folder that the app is started in. */
const LIBRARY = path.join('flows', 'library');

/** Every shipped flow, in the order of their file names. A broken file is our bug: it throws and names the file. */
export async function readFlowLibrary(folder: string = LIBRARY): Promise<Flow[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map((file) => readLibraryFlow(path.join(folder, file))));
}

async function readLibraryFlow(file: string): Promise<Flow> {
  const parsed = parseFlow(await readFile(file, 'utf8'));
  if (parsed.ok) return parsed.flow;
  throw new Error(`${file} is not a valid flow: ${parsed.issues.map((issue) => issue.message).join(' ')}`);
}
