import { textPartOf } from '@/flows/engine/read-reply';
import { incomingContent, outgoingContent } from '@/flows/schema/message';
import { findEmailsAndPhones } from '@/flows/understanding/extractors/contact-details';
import { loadReader } from '@/flows/understanding/load-reader';
import { maskSpans } from '@/flows/understanding/mask-spans';
import type { Reader } from '@/flows/understanding/understand';
import { languages } from '@/prompts/load-languages';
import { selectLatestContents } from '../conversation/store';
import { factsNow } from '../facts/read-facts';
import { configuredModel } from './model/configured-model';
import { insertModelCall, readSpent } from './model-calls/store';
import type { ModelInput } from './model-input';
import { readUnderstandingSettings } from './settings/store';
import { defaultUnderstandingSettings } from './settings/understanding-settings';
import { createTurnReader, type ReadTurnMessages } from './turn-reader';

/** The turn reader of this process, with the settings as they are now. */
export async function turnReaderNow(): Promise<ReadTurnMessages> {
  const model = configuredModel();
  return createTurnReader({
    reader: embeddedReader(),
    facts: await factsNow(),
    packs: languages,
    settings: model === null ? defaultUnderstandingSettings : await readUnderstandingSettings(),
    model,
    history: readHistory,
    spent: readSpent,
    record: insertModelCall,
  });
}

/** The embedded reader, built at the first call (a fraction of a second); the worker does that before its first turn. */
export function embeddedReader(): Reader {
  globalThis.vaartaReader ??= loadReader();
  return globalThis.vaartaReader;
}

const HISTORY = 6; // messages: what a short answer may need to know
const LONGEST_REMEMBERED = 300; // characters of each

/** What was said last, without how to reach the customer. */
export async function readHistory(contactId: string): Promise<ModelInput['history']> {
  const rows = await selectLatestContents(contactId, HISTORY);
  return rows.map(({ direction, content }) => {
    const from = direction === 'in' ? ('customer' as const) : ('us' as const);
    const text = from === 'customer' ? withoutContactDetails(heard(content)) : said(content);
    return { from, text: text.slice(0, LONGEST_REMEMBERED) };
  });
}

/** Identity numbers are dotted out before a message is kept; how to reach the customer is left out here. */
function withoutContactDetails(text: string): string {
  return maskSpans(text, findEmailsAndPhones(text));
}

function heard(content: unknown): string {
  const read = incomingContent.safeParse(content);
  return read.success ? textPartOf({ id: '', at: '', content: read.data }).text : '';
}

function said(content: unknown): string {
  const read = outgoingContent.safeParse(content);
  return read.success && 'text' in read.data && typeof read.data.text === 'string' ? read.data.text : '';
}

declare global {
  var vaartaReader: Reader | undefined;
}
