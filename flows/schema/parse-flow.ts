import { findDuplicateIds } from './duplicate-ids';
import { type Flow, flow as flowSchema } from './flow';
import { type FlowIssue, flowError } from './flow-issue';
import { migrate } from './migrations/migrate';
import { copyPlain } from './plain-copy';
import { readJson } from './read-json';
import { issuesOfSchema } from './schema-sentences';

export type ParsedFlow = Readonly<{ ok: true; flow: Flow }> | Readonly<{ ok: false; issues: readonly FlowIssue[] }>;

/**
 * Reads a flow document from its JSON text (at most 5 MB) or from a value, brings an older document to the current
 * version, and says in sentences what is wrong with it. Never throws, whatever it is given.
 */
export function parseFlow(input: unknown): ParsedFlow {
  try {
    return parse(input);
  } catch (cause) {
    // A getter or proxy of the given value threw: such a value is no document.
    const detail = cause instanceof Error ? cause.message : 'unknown reason';
    return refused(
      flowError('document.unreadable', {}, `The document can't be read: ${detail}.`, 'Give a plain JSON document.'),
    );
  }
}

function parse(input: unknown): ParsedFlow {
  const read = typeof input === 'string' ? readJson(input) : { ok: true as const, value: input };
  if (!read.ok) return refused(read.issue);
  const copied = copyPlain(read.value);
  if (!copied.ok) return refused(copied.issue);
  const migrated = migrate(copied.document);
  if (!migrated.ok) return refused(migrated.issue);
  const parsed = flowSchema.safeParse(migrated.document);
  if (!parsed.success) return { ok: false, issues: issuesOfSchema(parsed.error.issues, migrated.document) };
  const duplicates = findDuplicateIds(parsed.data);
  return duplicates.length > 0 ? { ok: false, issues: duplicates } : { ok: true, flow: parsed.data };
}

function refused(issue: FlowIssue): ParsedFlow {
  return { ok: false, issues: [issue] };
}
