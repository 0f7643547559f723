import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from './check-files';
import { stateReference } from './state-reference';
import { testScenarios } from './test-scenarios';
import { translateFile } from './translate-file';

const usage = `Usage: npm run --silent flow -- check FILE… [--json]
       npm run --silent flow -- test [FILE…] [--json]
       npm run --silent flow -- translate FILE --to kn
       npm run --silent flow -- docs

check      says what is wrong with flow documents; ends with 1 when one has an error
test       plays scenarios (all of flows/scenarios when no file is named); ends with 1 when one fails
translate  has the configured model draft every text of the flow that lacks a language, and marks them as drafts
docs       writes docs/reference/state-types.md`;

/** From the folder that the command is started in. */
const REFERENCE = path.join('docs', 'reference', 'state-types.md');

/** Checks flows and plays scenarios in the terminal. Needs no database. */
async function flowCommand(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      to: { type: 'string' },
    },
  });
  const [command, ...files] = positionals;
  const write = (line: string) => process.stdout.write(`${line}\n`);
  if (values.help) {
    write(usage);
    return 0;
  }
  if (command === 'check' && files.length > 0) return checkFiles(files, { json: values.json, write });
  if (command === 'test') return testScenarios(files, { json: values.json, write });
  if (command === 'translate' && files[0] !== undefined && values.to !== undefined) {
    return translateFile(files[0], values.to, write);
  }
  if (command === 'docs') {
    await mkdir(path.dirname(REFERENCE), { recursive: true });
    await writeFile(REFERENCE, stateReference());
    write(REFERENCE);
    return 0;
  }
  process.stderr.write(`${usage}\n`);
  return 1;
}

flowCommand().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A misspelled option is the caller's mistake and needs no stack; anything else is ours.
    const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(
      isUsage ? `${error.message}\n${usage}\n` : `${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 1;
  },
);
