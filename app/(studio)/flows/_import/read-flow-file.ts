import { words } from '@/app/_words/en';
import { type FlowIssue, flowError } from '@/flows/schema/flow-issue';
import { type ParsedFlow, parseFlow } from '@/flows/schema/parse-flow';
import { LARGEST_DOCUMENT_BYTES } from '@/flows/schema/read-json';

/** The flow that a file holds, or what is wrong with the file, in sentences with places. Never throws. */
export async function readFlowFile(file: File): Promise<ParsedFlow> {
  const texts = words.editor.import;
  if (file.size > LARGEST_DOCUMENT_BYTES) return refused('file.too_large', texts.tooLarge, texts.splitIt);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused('file.unreadable', texts.unreadable, texts.chooseAgain);
  const text = decoded(bytes);
  return text === null ? refused('file.not_utf8', texts.notUtf8, texts.saveAsUtf8) : parseFlow(text);
}

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refused(code: string, message: string, fix: string): ParsedFlow {
  const issue: FlowIssue = flowError(code, {}, message, fix);
  return { ok: false, issues: [issue] };
}
