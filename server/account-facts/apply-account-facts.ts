import type { PoolClient } from 'pg';
import { type Alert, raiseAlert } from '../alerts/store';
import type { AccountFact, ChannelId } from '../channels/channel';
import { changeIdentity } from '../contacts/change-identity';
import { resolveSender } from '../contacts/resolve-sender';
import { inTransaction } from '../db/transaction';
import { accountPayload } from '../inbox/inbox-item';
import { log } from '../log';
import { setTemplateStatus } from '../templates/store';
import { changeMarketing, changeNumber, closeEntry, lockFacts, nextFact, type WaitingFact } from './store';

/** Applies what channels have told about our account, oldest first, up to `most`. Says how many. */
export async function applyAccountFacts(most = 50): Promise<number> {
  for (let applied = 0; applied < most; applied += 1) {
    const isApplied = await applyNext();
    if (!isApplied) return applied;
  }
  return most;
}

async function applyNext(): Promise<boolean> {
  const next = await nextFact();
  if (!next) return false;
  try {
    return await applyOne(next);
  } catch (error) {
    log.error({ entry: next.id, channel: next.channel, err: error }, 'accountFact.failed');
    await raiseAlert({
      channel: next.channel,
      account: '',
      code: 'accountFact.failed',
      severity: 'warning',
      detail: `WhatsApp told something that could not be taken in (entry ${next.id}). It is kept.`,
    });
    return inTransaction((client) => closeEntry(client, next.id, 'dead', 'accountFact.failed'));
  }
}

async function applyOne(waiting: WaitingFact): Promise<boolean> {
  const read = accountPayload.safeParse(waiting.payload);
  // Entries from before facts were read have a field only.
  const fact: AccountFact = read.success ? read.data.fact : { type: 'other' };
  const { channel } = waiting;
  // Whoever stops marketing is known from then on, also if they never wrote.
  const contactId = fact.type === 'preference.changed' ? await resolveSender(channel, fact.sender) : null;
  const isApplied = await inTransaction(async (client) => {
    if (!(await lockFacts(client, waiting.id))) return false;
    if (fact.type === 'identity.changed') await changeIdentity(client, channel, fact.previous, fact.next);
    if (fact.type === 'preference.changed' && contactId !== null) {
      await changeMarketing(client, { contactId, channel, wants: fact.marketing, at: waiting.occurredAt });
    }
    await applyToAccount(client, fact);
    return closeEntry(client, waiting.id, 'handled', null);
  });
  if (isApplied) await tellPeople(channel, fact, read.data);
  return true;
}

async function applyToAccount(client: PoolClient, fact: AccountFact): Promise<void> {
  switch (fact.type) {
    case 'template.status':
      return setTemplateStatus({ ...named(fact), status: fact.status, reason: fact.reason ?? null });
    case 'template.quality':
      return setTemplateStatus({ ...named(fact), quality: fact.quality });
    case 'template.category':
      return setTemplateStatus({ ...named(fact), category: fact.category, nextCategory: fact.next ?? null });
    case 'number.changed':
      return changeNumber(client, fact);
    case 'template.edited':
    case 'number.named':
    case 'account.alert':
    case 'identity.changed':
    case 'preference.changed':
    case 'other':
      return;
    default:
      return fact satisfies never;
  }
}

function named({ name, language }: { readonly name: string; readonly language: string }) {
  return { name, language };
}

type Told = ReturnType<typeof accountPayload.parse> | undefined;
type Words = Pick<Alert, 'code' | 'severity' | 'detail'>;

async function tellPeople(channel: ChannelId, fact: AccountFact, told: Told): Promise<void> {
  const words = wordsOfFact(fact) ?? wordsOfError(told);
  if (words) await raiseAlert({ channel, account: told?.account ?? '', ...words });
}

/** What of a fact a person should look at. */
function wordsOfFact(fact: AccountFact): Words | undefined {
  switch (fact.type) {
    case 'account.alert':
      return { code: `account.${fact.code}`, severity: fact.severity, detail: fact.detail };
    case 'template.status':
      return wordsOfTemplate(fact);
    case 'template.quality':
      if (fact.quality !== 'RED') return;
      return {
        code: `template.lowQuality:${fact.name}`,
        severity: 'warning',
        detail: `Customers report or block "${fact.name}" (${fact.language}). WhatsApp pauses it if that goes on.`,
      };
    case 'template.category':
      if (fact.next === undefined) return;
      return {
        code: `template.recategorised:${fact.name}`,
        severity: 'warning',
        detail: `WhatsApp makes "${fact.name}" (${fact.language}) a ${fact.next.toLowerCase()} template. Its price changes.`,
      };
    case 'number.named':
      if (fact.decision === 'APPROVED') return;
      return {
        code: 'number.nameRefused',
        severity: 'warning',
        detail: `WhatsApp says ${fact.decision.toLowerCase()} to the display name${fact.reason ? `: ${fact.reason}` : ''}.`,
      };
    default:
      return;
  }
}

const gravely: ReadonlySet<string> = new Set(['REJECTED', 'PAUSED', 'DISABLED']);

function wordsOfTemplate(fact: Extract<AccountFact, { type: 'template.status' }>): Words | undefined {
  if (!gravely.has(fact.status)) return;
  const reason = fact.reason && fact.reason !== 'NONE' ? ` (${fact.reason})` : '';
  return {
    code: `template.${fact.status.toLowerCase()}:${fact.name}`,
    severity: 'warning',
    detail: `WhatsApp has ${fact.status.toLowerCase()} the template "${fact.name}" (${fact.language})${reason}. It is not sent.`,
  };
}

function wordsOfError(told: Told): Words | undefined {
  const error = told?.error;
  return error ? { code: error.code, severity: 'warning', detail: error.detail } : undefined;
}
