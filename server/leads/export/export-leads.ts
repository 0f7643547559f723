import { z } from 'zod';
import { type Actor, isAtLeast } from '../../auth/actor';
import { KnownError } from '../../errors';
import { leadFilter } from '../filter/lead-filter';
import type { LeadQuestion } from '../filter/lead-where';
import { toLeadRow } from '../list/lead-row';
import { askLeads } from '../list/list-leads';
import type { StoredLead } from '../list/stored-lead';
import { csvHead, csvRows } from './lead-csv';
import { countAll, recordExport, selectBatch } from './store';

export const exportInput = z.object({ filter: leadFilter, numbers: z.enum(['masked', 'whole']).default('masked') });
export type ExportInput = Readonly<z.infer<typeof exportInput>>;

export type LeadFile = Readonly<{ filename: string; body: ReadableStream<Uint8Array> }>;

/**
 * The leads of a filter that somebody may see, as a file that is made while it is read. Numbers are masked unless whole ones
 * are asked for by who may have them. That it was asked for is written down.
 */
export async function exportLeads(input: ExportInput, actor: Actor, nowMs: number): Promise<LeadFile> {
  if (!isAtLeast(actor.role, 'officer')) {
    throw new KnownError('right.missing', 'Only officers and owners take leads out as a file.');
  }
  if (input.numbers === 'whole' && !actor.mayExport && !isAtLeast(actor.role, 'owner')) {
    throw new KnownError('right.missing', 'You may take leads out with masked numbers only. An owner can allow more.');
  }
  const question = await askLeads(input.filter, actor, nowMs);
  await recordExport(actor, input.numbers, await countAll(question));
  return { filename: `leads-${dayInIndia(nowMs)}.csv`, body: asBytes(csvText(question, input.numbers)) };
}

const BATCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

async function* csvText(question: LeadQuestion, numbers: ExportInput['numbers']): AsyncGenerator<string> {
  yield csvHead();
  for (let after = FIRST; ; ) {
    const leads = await selectBatch(question, after, BATCH);
    yield csvRows(leads.map((lead) => rowOf(lead, question.actor, numbers)));
    const last = leads.at(-1);
    if (!last || leads.length < BATCH) return;
    after = last.contactId;
  }
}

function rowOf(lead: StoredLead, actor: Actor, numbers: ExportInput['numbers']) {
  const row = toLeadRow(lead, actor);
  return numbers === 'whole' ? { ...row, phone: lead.phone } : row;
}

/** Reads on only when the reader wants more. */
function asBytes(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await texts.return(undefined)),
  });
}

function dayInIndia(nowMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(nowMs);
}
