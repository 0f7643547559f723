import type { Actor } from '../../auth/actor';
import { readCampaignSettings } from '../../campaigns/settings/store';
import { maskName } from '../../contacts/mask-name';
import { maskPhone } from '../../contacts/mask-phone';
import { readRates } from '../../costs/rates/store';
import { selectExamples } from '../questions/store';
import type { ListAsked } from './list-asked';
import { listsTurns } from './sql';
import { type CountedRow, selectCounted } from './store';

/** Somebody behind a number. */
export type ListedContact = Omit<CountedRow, 'at'> & {
  /** When what is counted happened, ISO UTC. */
  readonly at: string;
  /** Masked. */
  readonly phone: string | null;
  /** What they wrote, in lists of questions; null for viewers. */
  readonly text: string | null;
};

export type ContactList = {
  readonly rows: readonly ListedContact[];
  readonly next: { readonly at: string; readonly id: string } | null;
};

/** The contacts that a number counts, of those that `actor` may see: an officer's list may be shorter than the number. */
export async function readList(actor: Actor, asked: ListAsked): Promise<ContactList> {
  const found = await selectCounted(actor, { ...asked, limit: asked.limit + 1 }, await narrowingOf(asked));
  const rows = found.slice(0, asked.limit);
  const isReadable = actor.role !== 'viewer';
  const texts =
    isReadable && listsTurns.includes(asked.list)
      ? await selectExamples(
          actor,
          rows.map(({ id }) => id),
        )
      : [];
  const last = found.length > asked.limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      name: isReadable ? row.name : maskName(row.name),
      phone: maskPhone(row.phone),
      text: texts.find(({ turnId }) => turnId === row.id)?.text ?? null,
    })),
    next: last ? { at: last.at.toISOString(), id: last.id } : null,
  };
}

/** What the settings say about whom a list shows, else the wording that is asked for. */
async function narrowingOf({ list, wording }: ListAsked): Promise<string | null> {
  switch (list) {
    case 'qualified':
    case 'campaignQualified':
      return String((await readCampaignSettings()).qualifiedFrom);
    case 'unpriced':
      return JSON.stringify((await readRates()).cards);
    default:
      return wording ?? null;
  }
}
