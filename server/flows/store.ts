import { compileFlow } from '@/flows/engine/compile-flow';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { Prisma } from '@/prisma/client/client';
import { getPrisma } from '../db/client';
import { storableJson } from '../inbox/storable-json';
import { log } from '../log';
import { readStoredDraft } from './drafts/store';

export type PublishedFlow = { readonly version: number; readonly flow: Flow };

/**
 * A published version, or the draft for version 0: where there is no draft, what it would begin from. So whoever tries a
 * draft out goes on when it is published. Undefined when there is none. Versions never change, so each is read once.
 */
export async function readFlow(flowId: string, version: number): Promise<Flow | undefined> {
  if (version === 0) return readDraftFlow(flowId);
  const key = `${flowId}@${version}`;
  const known = knownFlows.get(key);
  if (known) return known;
  const document = await readVersionDocument(flowId, version);
  if (document === undefined) return;
  const flow = parsed(document, key);
  knownFlows.set(key, flow);
  return flow;
}

/** A version as it is stored, which may be one that the schema of today refuses; undefined when there is none. */
export async function readVersionDocument(flowId: string, version: number): Promise<unknown> {
  const row = await getPrisma().flowVersion.findUnique({ where: { flowId_version: { flowId, version } } });
  return row?.document;
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
      draft: { select: { flowId: true } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { publishedAt: true } },
    },
  });
  return rows.map(({ id, name, activeVersion, draftRevision, draft, versions }) => ({
    id,
    name,
    activeVersion,
    publishedAt: versions[0]?.publishedAt.toISOString() ?? null,
    draftRevision: draft ? draftRevision : null,
  }));
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

export type NewVersion = Readonly<{ flow: Flow; note: string; author: string }>;
/** `revision`: what a draft is saved on from now on. */
export type InsertedVersion = Readonly<{ version: number; revision: number }>;

/** Publishes a flow as its next version and makes that the active one; its draft is left alone. */
export async function insertVersion(added: NewVersion): Promise<InsertedVersion> {
  const inserted = await getPrisma().$transaction(async (transaction) => {
    const { id, name } = added.flow;
    // The row is locked by this update, so that two who publish at once get two numbers.
    const { draftRevision } = await transaction.flow.update({ where: { id }, data: { name } });
    const version = await addVersion(transaction, added);
    if ((await transaction.flowDraft.count({ where: { flowId: id } })) > 0) return { version, revision: draftRevision };
    // Editors without a draft show the active version: what they have open is now an older one.
    const { draftRevision: revision } = await transaction.flow.update({
      where: { id },
      data: { draftRevision: { increment: 1 } },
    });
    return { version, revision };
  });
  activeFlows = undefined;
  return inserted;
}

/** The same for a draft, which is removed. Undefined, and nothing published, when the draft's revision is another by now. */
export async function insertVersionOfDraft(added: NewVersion, revision: number): Promise<InsertedVersion | undefined> {
  const inserted = await getPrisma().$transaction(async (transaction) => {
    const { id, name } = added.flow;
    const { count } = await transaction.flow.updateMany({
      where: { id, draftRevision: revision },
      data: { name, draftRevision: { increment: 1 } },
    });
    if (count === 0) return;
    await transaction.flowDraft.deleteMany({ where: { flowId: id } });
    return { version: await addVersion(transaction, added), revision: revision + 1 };
  });
  activeFlows = undefined;
  return inserted;
}

async function addVersion(transaction: Prisma.TransactionClient, { flow, note, author }: NewVersion): Promise<number> {
  const newest = await transaction.flowVersion.aggregate({ where: { flowId: flow.id }, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  await transaction.flowVersion.create({ data: { flowId: flow.id, version, document: asJson(flow), note, author } });
  await transaction.flow.update({ where: { id: flow.id }, data: { activeVersion: version } });
  return version;
}

const knownFlows = new Map<string, Flow>();
const knownDrafts = new Map<string, { readonly revision: number; readonly flow: Flow }>();
const activeFlowsAgeMs = 1_000; // another process may have published
let activeFlows: { readonly readAt: number; readonly flows: ReadonlyMap<string, PublishedFlow> } | undefined;

async function readDraftFlow(flowId: string): Promise<Flow | undefined> {
  const stored = await readStoredDraft(flowId);
  if (!stored) return;
  const { document, revision, activeVersion } = stored;
  if (document === null) return activeVersion === null ? undefined : readFlow(flowId, activeVersion);
  const known = knownDrafts.get(flowId);
  if (known?.revision === revision) return known.flow;
  const flow = parsed(document, `the draft of ${flowId}`);
  knownDrafts.set(flowId, { revision, flow });
  return flow;
}

function parsed(document: unknown, what: string): Flow {
  const result = parseFlow(document);
  if (!result.ok)
    throw new Error(`${what} is not a valid flow: ${result.issues.map((issue) => issue.code).join(', ')}`);
  compileFlow(result.flow); // once here, and not in the first customer's turn
  return result.flow;
}

/** A document as the plain JSON that the database takes. */
function asJson(document: unknown) {
  return JSON.parse(storableJson(document));
}
