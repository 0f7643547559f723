import { FLOW_SCHEMA_VERSION } from '../flow';
import { type FlowIssue, flowError } from '../flow-issue';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { type Migration, migrations } from '.';

export type Migrated =
  | Readonly<{ ok: true; document: Json; applied: readonly number[] }>
  | Readonly<{ ok: false; issue: FlowIssue }>;

/** Brings a document to the current version, one version at a time. `applied` names the versions that were left. */
export function migrate(document: Json, registry: ReadonlyMap<number, Migration> = migrations): Migrated {
  if (!isJsonObject(document)) {
    const message = 'The document is not a flow: it must be an object in { }.';
    return refused('document.not_a_flow', message, 'Give the JSON of a flow.');
  }
  const version = document.schemaVersion ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return refused('document.not_a_flow', 'The schemaVersion must be a whole number.', 'Correct the schemaVersion.');
  }
  if (version > FLOW_SCHEMA_VERSION) {
    const message = `The document has version ${version}, and this program knows versions up to ${FLOW_SCHEMA_VERSION}.`;
    return refused('document.too_new', message, 'Update this program, or export the flow in an older version.');
  }
  return climb(document, version, registry);
}

function climb(document: JsonObject, version: number, registry: ReadonlyMap<number, Migration>): Migrated {
  const applied: number[] = [];
  let current = document;
  for (let from = version; from < FLOW_SCHEMA_VERSION; from += 1) {
    const migration = registry.get(from);
    if (!migration) {
      const message = `The document has version ${from}, which can no longer be read.`;
      return refused('document.too_old', message, 'Export the flow again from the program that wrote it.');
    }
    current = { ...migration(current), schemaVersion: from + 1 };
    applied.push(from);
  }
  return { ok: true, document: { ...current }, applied };
}

function refused(code: string, message: string, fix: string): Migrated {
  return { ok: false, issue: flowError(code, { path: 'schemaVersion' }, message, fix) };
}
