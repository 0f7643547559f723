import { compileFlow } from '@/flows/engine/compile-flow';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { getPrisma } from '../db/client';
import { log } from '../log';

export type PublishedFlow = { readonly version: number; readonly flow: Flow };

/** A published version, or the draft for version 0; undefined when there is none. Versions never change, so each is read once. */
export async function readFlow(flowId: string, version: number): Promise<Flow | undefined> {
  if (version === 0) return readDraftFlow(flowId);
  const key = `${flowId}@${version}`;
  const known = knownFlows.get(key);
  if (known) return known;
  const row = await getPrisma().flowVersion.findUnique({ where: { flowId_version: { flowId, version } } });
  if (!row) return;
  const flow = parsed(row.document, key);
  knownFlows.set(key, flow);
  return flow;
}

/** The published flows by id, each in its active version: what new sessions run and what a subflow may call. */
export async function readActiveFlows(): Promise<ReadonlyMap<string, PublishedFlow>> {
  const now = performance.now();
  if (activeFlows && now - activeFlows.readAt < activeFlowsAgeMs) return activeFlows.flows;
  const rows = await getPrisma().flow.findMany({
    where: { activeVersion: { not: null } },
    orderBy: { createdAt: 'asc' },
  });
  const flows = new Map<string, PublishedFlow>();
  for (const { id, activeVersion } of rows) {
    if (activeVersion === null) continue;
    const flow = await readFlow(id, activeVersion).catch((error: unknown) => {
      // One flow that can't be read must not silence the others.
      log.error({ flowId: id, version: activeVersion, err: error }, 'flow.unreadable');
      return undefined;
    });
    if (flow) flows.set(id, { version: activeVersion, flow });
  }
  activeFlows = { readAt: now, flows };
  return flows;
}

export type FlowSummary = {
  readonly id: string;
  readonly name: string;
  readonly activeVersion: number | null;
  readonly publishedAt: string | null;
  readonly draftRevision: number | null;
};

/** Every flow, oldest first, without its document. */
export async function listFlows(): Promise<readonly FlowSummary[]> {
  const rows = await getPrisma().flow.findMany({
    orderBy: { createdAt: 'asc' },
    include: {
      draft: { select: { revision: true } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { publishedAt: true } },
    },
  });
  return rows.map(({ id, name, activeVersion, draft, versions }) => ({
    id,
    name,
    activeVersion,
    publishedAt: versions[0]?.publishedAt.toISOString() ?? null,
    draftRevision: draft?.revision ?? null,
  }));
}

/** The draft as it stands, which may be one that the schema refuses; undefined when there is none. */
export async function readDraft(flowId: string): Promise<{ document: unknown; revision: number } | undefined> {
  const row = await getPrisma().flowDraft.findUnique({ where: { flowId } });
  return row ? { document: row.document, revision: row.revision } : undefined;
}

/** Adds a flow with its first version, active at once. Does nothing, and says false, when a flow has this id already. */
export async function insertFlow(flow: Flow, note: string): Promise<boolean> {
  const isNew = await getPrisma().$transaction(async (transaction) => {
    const { count } = await transaction.flow.createMany({
      data: { id: flow.id, name: flow.name },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await transaction.flowVersion.create({ data: { flowId: flow.id, version: 1, document: asJson(flow), note } });
    await transaction.flow.update({ where: { id: flow.id }, data: { activeVersion: 1 } });
    return true;
  });
  activeFlows = undefined;
  return isNew;
}

/** Whether a draft exists, or a version whose note is another than `note`. */
export async function isEdited(flowId: string, note: string): Promise<boolean> {
  const drafts = await getPrisma().flowDraft.count({ where: { flowId } });
  return drafts > 0 || (await getPrisma().flowVersion.count({ where: { flowId, NOT: { note } } })) > 0;
}

/** Publishes a flow as its next version and makes that the active one. Says which number it got. */
export async function insertVersion(flow: Flow, note: string): Promise<number> {
  const version = await getPrisma().$transaction(async (transaction) => {
    // The row is locked by this update, so that two who publish at once get two numbers.
    await transaction.flow.update({ where: { id: flow.id }, data: { name: flow.name } });
    const newest = await transaction.flowVersion.aggregate({ where: { flowId: flow.id }, _max: { version: true } });
    const next = (newest._max.version ?? 0) + 1;
    await transaction.flowVersion.create({ data: { flowId: flow.id, version: next, document: asJson(flow), note } });
    await transaction.flow.update({ where: { id: flow.id }, data: { activeVersion: next } });
    return next;
  });
  activeFlows = undefined;
  return version;
}

/**
 * Saves a draft that was made from `revision` (0: there was none). Says the new revision, or undefined when somebody else
 * has saved meanwhile: nothing is overwritten then.
 */
export async function saveDraft(flowId: string, document: unknown, revision: number): Promise<number | undefined> {
  if (revision === 0) {
    const { count } = await getPrisma().flowDraft.createMany({
      data: { flowId, document: asJson(document), revision: 1 },
      skipDuplicates: true,
    });
    return count === 1 ? 1 : undefined;
  }
  const { count } = await getPrisma().flowDraft.updateMany({
    where: { flowId, revision },
    data: { document: asJson(document), revision: revision + 1, updatedAt: new Date() },
  });
  return count === 1 ? revision + 1 : undefined;
}

const knownFlows = new Map<string, Flow>();
const knownDrafts = new Map<string, { readonly revision: number; readonly flow: Flow }>();
const activeFlowsAgeMs = 1_000; // another process may have published
let activeFlows: { readonly readAt: number; readonly flows: ReadonlyMap<string, PublishedFlow> } | undefined;

async function readDraftFlow(flowId: string): Promise<Flow | undefined> {
  const row = await getPrisma().flowDraft.findUnique({ where: { flowId } });
  if (!row) return;
  const known = knownDrafts.get(flowId);
  if (known?.revision === row.revision) return known.flow;
  const flow = parsed(row.document, `the draft of ${flowId}`);
  knownDrafts.set(flowId, { revision: row.revision, flow });
  return flow;
}

function parsed(document: unknown, what: string): Flow {
  const result = parseFlow(document);
  if (!result.ok)
    throw new Error(`${what} is not a valid flow: ${result.issues.map((issue) => issue.code).join(', ')}`);
  compileFlow(result.flow); // once here, and not in the first customer's turn
  return result.flow;
}

/** A document as plain JSON, which is what the database takes. */
function asJson(document: unknown) {
  return JSON.parse(JSON.stringify(document));
}
