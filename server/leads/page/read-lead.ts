import { Decimal } from 'decimal.js';
import { type Session, session as sessionSchema } from '@/flows/schema/session';
import type { SlotValue } from '@/flows/schema/slots';
import { type Actor, isAtLeast } from '../../auth/actor';
import { maskName } from '../../contacts/mask-name';
import { readContactCosts } from '../../costs/read-costs';
import { KnownError } from '../../errors';
import { factsNow } from '../../facts/read-facts';
import { readFlow } from '../../flows/store';
import { fileLink } from '../../media/signed-link';
import { type MediaFile, readFiles } from '../../media/store';
import type { LeadRow } from '../lead-view';
import { toAmount, toLeadRow, toPerson } from '../list/lead-row';
import { selectLeads } from '../list/store';
import { factViews } from './fact-views';
import type { DocumentView, HandoverView, LeadDetails, LeadSession, ObjectionView, SimilarLead } from './lead-details';
import { loanView } from './loan-view';
import { missingFacts } from './missing-facts';
import { objectionView } from './objections';
import {
  type StoredHandover,
  type StoredPage,
  type StoredSimilar,
  selectConcernedTurns,
  selectConsents,
  selectHandovers,
  selectPage,
  selectSimilar,
  selectWords,
} from './store';

const MOST_OBJECTIONS = 20;
const MOST_SIMILAR = 5;

/** Who reads the page, and when. */
type Reader = Readonly<{ actor: Actor; isMasked: boolean; nowMs: number }>;

/** Everything about one lead. Throws `record.notFound` for a contact who has not written yet. */
export async function readLead(contactId: string, actor: Actor, nowMs: number): Promise<LeadDetails> {
  const [[stored], page] = await Promise.all([selectLeads([contactId]), selectPage(contactId)]);
  if (!stored || !page) {
    throw new KnownError('record.notFound', 'This contact has not written yet, so there is no lead.');
  }
  const lead = toLeadRow(stored, actor);
  const reader = { actor, isMasked: !isAtLeast(actor.role, 'officer'), nowMs };
  const [known, around] = await Promise.all([readKnown(contactId, page, reader), readAround(lead, reader)]);
  const score = { score: lead.score, interest: page.interest, reasons: lead.reasons };
  const cost = await costOf(contactId, page);
  return { lead, score, cost, ...known, ...around, isMasked: reader.isMasked };
}

type Known = Pick<LeadDetails, 'facts' | 'missing' | 'nextQuestion' | 'loan' | 'session'>;

async function readKnown(contactId: string, page: StoredPage, { isMasked, nowMs }: Reader): Promise<Known> {
  const session = sessionSchema.safeParse(page.session).data;
  const [flow, facts] = await Promise.all([
    session ? readFlow(session.flowId, session.flowVersion) : undefined,
    factsNow(),
  ]);
  const known = valuesOf(session, page);
  const ids = Object.values(session?.slots ?? {}).flatMap(({ messageId }) => messageId ?? []);
  const words = isMasked ? new Map<string, string>() : await selectWords(contactId, ids);
  const { timezone, language, updatedAt } = page;
  const asked = flow && missingFacts({ flow, known, language, timezone, facts, nowMs });
  return {
    facts: factViews({ session, facts: page.facts, flow, words, updatedAt, isMasked }),
    missing: asked?.missing ?? [],
    nextQuestion: isMasked ? null : (asked?.nextQuestion ?? null),
    loan: loanView(known, facts, language),
    session: session ? sessionOf(session, flow) : null,
  };
}

function valuesOf(session: Session | undefined, { facts }: StoredPage): ReadonlyMap<string, SlotValue> {
  const slots = Object.entries(session?.slots ?? {}).map(([slot, { value }]): [string, SlotValue] => [slot, value]);
  return new Map([...Object.entries(facts), ...slots]);
}

function sessionOf(session: Session, flow: Awaited<ReturnType<typeof readFlow>>): LeadSession {
  const { id, flowId, flowVersion, state: stateId, status, startedAt } = session;
  const stateName = flow?.states.find((state) => state.id === stateId)?.name ?? stateId;
  return {
    id,
    flowId,
    flowVersion,
    stateId,
    stateName,
    flowName: flow?.name ?? flowId,
    isActive: status === 'active',
    startedAt,
  };
}

type Around = Pick<LeadDetails, 'objections' | 'consents' | 'documents' | 'similar' | 'handovers'>;

async function readAround(lead: LeadRow, { actor, isMasked, nowMs }: Reader): Promise<Around> {
  const { contactId } = lead;
  const [turns, consents, files, similar, handovers] = await Promise.all([
    selectConcernedTurns(contactId, MOST_OBJECTIONS),
    selectConsents(contactId),
    isMasked ? [] : readFiles(contactId),
    selectSimilar(lead, actor, MOST_SIMILAR),
    selectHandovers(contactId),
  ]);
  return {
    objections: turns.map(objectionView).map((objection) => (isMasked ? withoutWords(objection) : objection)),
    // A channel's id of a message can hold the number, and a proof is somebody's own words.
    consents: isMasked ? consents.map((consent) => ({ ...consent, messageId: null, proof: null })) : consents,
    documents: files.filter(isDocument).map((file) => documentView(file, nowMs)),
    similar: similar.map(similarView).map((other) => (isMasked ? { ...other, name: maskName(other.name) } : other)),
    handovers: handovers
      .map(handoverView)
      .map((one) => (isMasked && one.askedBy === 'officer' ? { ...one, reason: '' } : one)),
  };
}

function withoutWords(objection: ObjectionView): ObjectionView {
  return { ...objection, words: null, messageId: null, answer: null };
}

/** What is said aloud belongs to the conversation. */
function isDocument({ kind }: MediaFile): boolean {
  return kind === 'image' || kind === 'video' || kind === 'document';
}

function documentView(
  { id, kind, filename, mimeType, byteSize, status, createdAt }: MediaFile,
  nowMs: number,
): DocumentView {
  const url = status === 'stored' ? fileLink(id, nowMs) : null;
  return { id, kind, filename, mimeType, byteSize, status, url, at: createdAt.toISOString() };
}

function similarView(other: StoredSimilar): SimilarLead {
  return { ...other, loanAmount: toAmount(other.loanAmount), updatedAt: other.updatedAt.toISOString() };
}

function handoverView({ assigneeId, assigneeName, ...handover }: StoredHandover): HandoverView {
  return {
    ...handover,
    assignee: toPerson(assigneeId, assigneeName),
    createdAt: handover.createdAt.toISOString(),
    takenAt: handover.takenAt?.toISOString() ?? null,
    answeredAt: handover.answeredAt?.toISOString() ?? null,
    endedAt: handover.endedAt?.toISOString() ?? null,
  };
}

async function costOf(contactId: string, { modelInr }: StoredPage): Promise<LeadDetails['cost']> {
  const { totalInr: messagesInr, unpriced } = await readContactCosts(contactId);
  return { messagesInr, modelInr, totalInr: new Decimal(messagesInr).add(modelInr).toString(), unpriced };
}
