import { outgoingContent } from '@/flows/schema/message';
import { languages } from '@/prompts/load-languages';
import type { Actor } from '../../auth/actor';
import { maskPhone } from '../../contacts/mask-phone';
import { costInr } from '../../costs/cost-inr';
import type { Rates } from '../../costs/rates/rates';
import { readRates } from '../../costs/rates/store';
import { factsNow } from '../../facts/read-facts';
import { listTemplates } from '../../templates/store';
import type { PlanStep } from '../plan/plan-step';
import { isWindowOpen } from '../send/is-window-open';
import { readFollowUpSettings } from '../settings/store';
import { composeWords, type WordsParts } from '../words/compose-words';
import { filledBody } from '../words/template-words';
import { type FollowUpQuestion, type FollowUpStatus, type StoredFollowUp, selectFollowUps } from './store';

/** A follow-up as screens show it; times are ISO 8601. */
export type FollowUpView = Omit<
  StoredFollowUp,
  'name' | 'phone' | 'timezone' | 'lastInboundMs' | 'content' | 'state' | 'leadFacts' | Times
> &
  Readonly<Record<'dueAt' | 'revision', string>> &
  Readonly<Record<Exclude<Times, 'dueAt' | 'updatedAt'>, string | null>> & {
    readonly contactName: string | null;
    readonly contactPhone: string | null;
    readonly status: FollowUpStatus;
    readonly steps: readonly PlanStep[];
    /** What was said, or would be if nothing changes until it is due; null where nothing can be. */
    readonly preview: FollowUpPreview | null;
  };

type Times = 'dueAt' | 'wantedAt' | 'sentAt' | 'answeredAt' | 'pausedAt' | 'updatedAt';

export type FollowUpPreview = {
  /** As the customer reads it. A model may word it otherwise. */
  readonly text: string;
  /** The template that it is; null for free words. */
  readonly template: string | null;
  /** What it costs in rupees, as decimal text; null where the settings have no price, and for what was sent already. */
  readonly costInr: string | null;
};

/** More than anybody reads at once. */
const MOST_FOLLOW_UPS = 500;

/** The follow-ups that are due in a time, the earliest first, each with what it says. */
export async function readFollowUps(question: FollowUpQuestion, actor: Actor): Promise<readonly FollowUpView[]> {
  const [stored, settings, facts, templates, rates] = await Promise.all([
    selectFollowUps(question, actor, MOST_FOLLOW_UPS),
    readFollowUpSettings(),
    factsNow(),
    listTemplates(),
    readRates(),
  ]);
  const parts = { settings, facts, templates, packs: languages };
  return stored.map((row) => toView(row, previewOf(row, parts, rates)));
}

function toView(row: StoredFollowUp, preview: FollowUpPreview | null): FollowUpView {
  const {
    name,
    phone,
    timezone: _zone,
    lastInboundMs: _last,
    content: _content,
    state: _state,
    leadFacts: _facts,
    ...rest
  } = row;
  const { updatedAt, dueAt, wantedAt, sentAt, answeredAt, pausedAt, ...shown } = rest;
  return {
    ...shown,
    contactName: name,
    contactPhone: maskPhone(phone),
    dueAt: dueAt.toISOString(),
    wantedAt: wantedAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    pausedAt: pausedAt?.toISOString() ?? null,
    revision: updatedAt.toISOString(),
    preview,
  };
}

function previewOf(row: StoredFollowUp, parts: WordsParts, rates: Rates): FollowUpPreview | null {
  if (row.content !== null) return saidBefore(row.content, parts);
  if (row.status !== 'planned') return null;
  const dueMs = row.dueAt.getTime();
  const window = isWindowOpen(row, dueMs) ? 'open' : 'closed';
  const templates = parts.templates.filter(({ name }) => name === parts.settings.template);
  const words = composeWords(
    { ...row, text: row.authorHasLeft ? null : row.text },
    window,
    { ...parts, templates },
    dueMs,
  );
  if (!words.ok) return null;
  const template = words.content.type === 'template' ? words.content.name : null;
  const category = template === null ? 'service' : words.kind === 'marketing' ? 'marketing' : 'utility';
  const isBilled = row.channel !== 'simulator';
  const day = new Date(dueMs).toISOString().slice(0, 10);
  const price = costInr({ category, type: isBilled ? 'regular' : 'free', day }, rates);
  return { text: words.text, template, costInr: price?.toString() ?? null };
}

function saidBefore(content: unknown, { templates }: WordsParts): FollowUpPreview | null {
  const said = outgoingContent.safeParse(content).data;
  if (said?.type === 'text') return { text: said.text, template: null, costInr: null };
  if (said?.type !== 'template') return null;
  const template = templates.find(({ name, language }) => name === said.name && language.startsWith(said.language));
  return { text: filledBody(template?.components, said.variables), template: said.name, costInr: null };
}
