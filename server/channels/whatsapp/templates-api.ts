import { z } from 'zod';
import type { TemplateComponents } from '@/flows/templates/template-components';
import { callGraph, type GraphAnswer, type GraphCall } from './call-graph';
import type { WhatsAppConfig } from './config';
import { explainTemplateError } from './template-errors';

/** The account that owns the templates, beside what every call needs. */
export type TemplatesAccess = { readonly config: WhatsAppConfig; readonly businessAccountId: string };

/**
 * What WhatsApp did not do, for a person: `detail` says what to do. `isUnclear`: it may have been done all the same, so look
 * before trying again.
 */
export type TemplateFailure = {
  readonly ok: false;
  readonly code: string; // noun.problem
  readonly detail: string;
  readonly retryable: boolean;
  readonly isUnclear: boolean;
};

export type ListedTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  /** What WhatsApp thinks that it should be. */
  readonly correctCategory: string | null;
  readonly quality: string | null;
  readonly reason: string | null;
  readonly components: TemplateComponents;
};

/** All templates of the account, page by page. A list that breaks off is a failure: half of one would look like deletions. */
export async function fetchTemplates(
  access: TemplatesAccess,
): Promise<{ readonly ok: true; readonly templates: readonly ListedTemplate[] } | TemplateFailure> {
  const templates: ListedTemplate[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { fields, limit: '100', ...(after === undefined ? {} : { after }) };
    const answer = await ask(access, { method: 'GET', path: listPath(access), query }, listing);
    if (!answer.ok) return answer;
    templates.push(...answer.value.data.flatMap((row) => (row === null ? [] : toListed(row))));
    after = answer.value.paging?.cursors?.after;
    if (answer.value.paging?.next === undefined || after === undefined) return { ok: true, templates };
  }
  return failure('template.tooManyPages', 'WhatsApp lists more templates than it can have. Nothing was changed.');
}

export type TemplateToCreate = {
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly components: TemplateComponents;
};

/** Submits a new language of a template for review. */
export async function createTemplate(access: TemplatesAccess, template: TemplateToCreate): Promise<TemplateState> {
  const body = { ...template, parameter_format: 'POSITIONAL' };
  return stateFrom(await ask(access, { method: 'POST', path: listPath(access), body }, state));
}

/** Changes one that WhatsApp has; it is reviewed again. The category can be changed only where it is not approved. */
export async function editTemplate(
  access: TemplatesAccess,
  id: string,
  change: { readonly category?: string; readonly components: TemplateComponents },
): Promise<TemplateState> {
  const edited = await ask(access, { method: 'POST', path: id, body: change }, success);
  if (!edited.ok) return edited;
  // The answer tells no status, and an approved one may stay approved. Where it can't be read now, a webhook brings it.
  const read = stateFrom(
    await ask(access, { method: 'GET', path: id, query: { fields: 'id,status,category' } }, state),
  );
  return read.ok ? read : { ok: true, id, status: 'PENDING', category: null };
}

/** What became of a template that was submitted. */
export type TemplateState =
  | { readonly ok: true; readonly id: string; readonly status: string; readonly category: string | null }
  | TemplateFailure;

/** Removes a template, in one language (`id`) or in all. For 30 days WhatsApp takes none of the same name. */
export async function removeTemplate(
  access: TemplatesAccess,
  { name, id }: { readonly name: string; readonly id?: string },
): Promise<{ readonly ok: true } | TemplateFailure> {
  const query = { name, ...(id === undefined ? {} : { hsm_id: id }) };
  const removed = await ask(access, { method: 'DELETE', path: listPath(access), query }, success);
  return removed.ok ? { ok: true } : removed;
}

const fields =
  'id,name,language,status,category,correct_category,quality_score,rejected_reason,components,parameter_format';
const mostPages = 200; // 6,000 templates in several languages, 100 on a page
const deadlineMs = 20_000;
const longestAnswer = 8 * 1024 * 1024;

const success = z.object({ success: z.literal(true) });
const state = z.object({ id: z.string(), status: z.string(), category: z.string().optional() });
const optional = z.string().nullish().catch(null);

/** One that can't be read is left out: it is of a kind that is not ours. */
const listed = z
  .object({
    id: z.string(),
    name: z.string(),
    language: z.string(),
    status: z.string(),
    category: z.string(),
    correct_category: optional,
    rejected_reason: optional,
    quality_score: z.object({ score: z.string() }).nullish().catch(null),
    components: z.array(z.record(z.string(), z.unknown())),
  })
  .nullable()
  .catch(null);

const listing = z.object({
  data: z.array(listed),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});

function toListed(row: NonNullable<z.infer<typeof listed>>): ListedTemplate {
  const { id, name, language, status, category, components } = row;
  return {
    id,
    name,
    language: language.replace('-', '_'),
    status,
    category,
    correctCategory: row.correct_category || null,
    quality: row.quality_score?.score ?? null,
    reason: row.rejected_reason || null,
    components,
  };
}

function listPath({ businessAccountId }: TemplatesAccess): string {
  return `${businessAccountId}/message_templates`;
}

type Asked<Value> = { readonly ok: true; readonly value: Value } | TemplateFailure;

async function ask<Value>(
  { config }: TemplatesAccess,
  call: Omit<GraphCall, 'deadlineMs' | 'longestAnswer'>,
  schema: z.ZodType<Value>,
): Promise<Asked<Value>> {
  return judgeTemplateAnswer(await callGraph(config, { ...call, deadlineMs, longestAnswer }), schema);
}

/** What was asked for, or what went wrong; an answer that got lost leaves open whether something was changed. */
export function judgeTemplateAnswer<Value>(answer: GraphAnswer, schema: z.ZodType<Value>): Asked<Value> {
  const isUnclear = { retryable: true, isUnclear: true };
  if (answer.type === 'timedOut') return failure('send.timedOut', 'WhatsApp did not answer in time.', isUnclear);
  if (answer.type === 'broken' && answer.wasSent) {
    return failure('send.brokenOff', 'The connection to WhatsApp broke off.', isUnclear);
  }
  if (answer.type === 'broken') {
    return failure('send.unreachable', 'WhatsApp could not be reached. Nothing was changed.', { retryable: true });
  }
  const refused = refusal.safeParse(answer.json);
  if (refused.success) return failureOf(refused.data.error);
  const read = schema.safeParse(answer.json);
  if (answer.status === 200 && read.success) return { ok: true, value: read.data };
  return failure('send.unclearAnswer', `WhatsApp gave no clear answer. (HTTP ${answer.status})`, isUnclear);
}

const refusal = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
  }),
});

function failureOf({ code, error_subcode, error_user_msg }: z.infer<typeof refusal>['error']): TemplateFailure {
  const { problem, sentence, retryable } = explainTemplateError(code, error_subcode);
  const own = error_user_msg ? ` WhatsApp says: “${error_user_msg.trim().slice(0, 500)}”` : '';
  return failure(problem, `${sentence}${own} (WhatsApp error ${error_subcode ?? code})`, { retryable });
}

function stateFrom(asked: Asked<z.infer<typeof state>>): TemplateState {
  if (!asked.ok) return asked;
  const { id, status, category = null } = asked.value;
  return { ok: true, id, status, category };
}

function failure(
  code: string,
  detail: string,
  { retryable = false, isUnclear = false }: { readonly retryable?: boolean; readonly isUnclear?: boolean } = {},
): TemplateFailure {
  return { ok: false, code, detail, retryable, isUnclear };
}
