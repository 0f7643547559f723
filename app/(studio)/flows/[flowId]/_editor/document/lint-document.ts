import type { FlowIssue } from '@/flows/schema/flow-issue';
import { findJsonMistake } from '@/flows/schema/json-mistake';
import { parseFlow } from '@/flows/schema/parse-flow';
import { locatePaths, type TextRange } from './locate-path';
import { pathOfPlace } from './path-of-place';

/** What is wrong with the text of a flow, and where: UTF-16 offsets, and the line that an editor shows. */
export type DocumentProblem = TextRange & Readonly<{ line: number; message: string; fix: string }>;

/** Everything that keeps a text from being the flow `flowId`, in the order of its lines. Never throws. */
export function lintDocument(text: string, flowId: string): readonly DocumentProblem[] {
  const parsed = parseFlow(text);
  const issues = parsed.ok ? otherFlow(parsed.flow.id, flowId) : parsed.issues;
  const ranges = locateIssues(text, issues);
  const lineOf = lineCounter(text);
  return issues
    .map(({ message, fix }, index) => {
      const range = ranges[index] ?? { from: 0, to: 0 };
      return { ...range, line: lineOf(range.from), message, fix };
    })
    .sort((one, other) => one.from - other.from);
}

function otherFlow(id: string, flowId: string): FlowIssue[] {
  if (id === flowId) return [];
  const message = `This flow is "${flowId}"; its id can't be changed here.`;
  return [
    {
      code: 'document.other_flow',
      severity: 'error',
      place: { path: 'id' },
      message,
      fix: `Put "${flowId}" there again.`,
    },
  ];
}

function locateIssues(text: string, issues: readonly FlowIssue[]): readonly TextRange[] {
  if (issues.length === 0) return [];
  const read = readAgain(text);
  if (read === undefined) return issues.map(() => mistakeIn(text));
  return locatePaths(
    text,
    issues.map(({ place }) => pathOfPlace(read, place)),
  );
}

function readAgain(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text));
  } catch {
    return undefined;
  }
}

/** The character that does not fit; nothing at the end of a text that ends too early. */
function mistakeIn(text: string): TextRange {
  const bare = withoutMark(text);
  const from = findJsonMistake(bare).at + text.length - bare.length;
  const character = text.codePointAt(from);
  if (character === undefined) return { from, to: from };
  return { from, to: from + String.fromCodePoint(character).length };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function lineCounter(text: string): (offset: number) => number {
  return (offset) => {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  };
}
