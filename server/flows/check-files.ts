import { readFile } from 'node:fs/promises';
import { checkFlow } from '@/flows/check/check-flow';
import type { Flow } from '@/flows/schema/flow';
import { type FlowIssue, flowError, type IssuePlace } from '@/flows/schema/flow-issue';
import { parseFlow } from '@/flows/schema/parse-flow';
import { languages } from '@/prompts/load-languages';
import { reasonOf } from '../reason-of';
import { readFlowLibrary } from './flow-library';

export type Output = Readonly<{ json: boolean; write: (line: string) => void }>;

type CheckedFile = Readonly<{ file: string; issues: readonly FlowIssue[] }>;

/**
 * Checks flow documents and prints every issue as `file: severity code place — sentence Fix: …`, or all of them as one
 * JSON array. The flows may call one another and the shipped ones. Returns the exit code: 1 when there is an error.
 */
export async function checkFiles(files: readonly string[], { json, write }: Output): Promise<0 | 1> {
  const read = await Promise.all(files.map(async (file) => ({ file, parsed: await readFlowFile(file) })));
  const flows = read.flatMap(({ parsed }) => (parsed.ok ? [parsed.flow] : []));
  const known: Readonly<Record<string, Flow>> = Object.fromEntries(
    [...(await readFlowLibrary()), ...flows].map((flow) => [flow.id, flow]),
  );
  const checked = read.map(({ file, parsed }) => ({
    file,
    issues: parsed.ok ? checkFlow(parsed.flow, { packs: languages, knownFlows: known }) : parsed.issues,
  }));
  for (const line of json ? [asJson(checked)] : checked.flatMap(asLines)) write(line);
  if (!json) write(summaryOf(checked));
  return checked.some(({ issues }) => issues.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

async function readFlowFile(file: string): Promise<ReturnType<typeof parseFlow>> {
  try {
    return parseFlow(await readFile(file, 'utf8'));
  } catch (error) {
    const message = `The file can't be read: ${reasonOf(error)}.`;
    return { ok: false, issues: [flowError('file.unreadable', {}, message, 'Name the file of a flow.')] };
  }
}

function asJson(checked: readonly CheckedFile[]): string {
  return JSON.stringify(
    checked.flatMap(({ file, issues }) => issues.map((issue) => ({ file, ...issue }))),
    null,
    2,
  );
}

function asLines({ file, issues }: CheckedFile): string[] {
  return issues.map(
    ({ severity, code, place, message, fix }) =>
      `${file}: ${severity} ${code} ${placeInWords(place)} — ${message} Fix: ${fix}`,
  );
}

/** The place as a name that one can search for: "qualifying/message.text [kn]". */
export function placeInWords({ state, rule, transition, path, language }: IssuePlace): string {
  const owner = state ?? (rule === undefined ? undefined : `rule:${rule}`);
  const way = transition === undefined ? undefined : `transition ${transition}`;
  const where = [owner, path].filter((part) => part !== undefined).join('/');
  return [where || (way ? '' : 'flow'), way, language && `[${language}]`].filter(Boolean).join(' ');
}

function summaryOf(checked: readonly CheckedFile[]): string {
  const count = (severity: FlowIssue['severity'], noun: string) => {
    const found = checked.flatMap(({ issues }) => issues).filter((issue) => issue.severity === severity).length;
    return `${found} ${noun}${found === 1 ? '' : 's'}`;
  };
  const files = checked.length === 1 ? '1 file' : `${checked.length} files`;
  return `${files}: ${count('error', 'error')}, ${count('warning', 'warning')}, ${count('hint', 'hint')}.`;
}
