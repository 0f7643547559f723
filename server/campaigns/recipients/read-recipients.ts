import { maskPhone } from '../../contacts/mask-phone';
import { KnownError } from '../../errors';
import {
  type RecipientDetail,
  type RecipientRow,
  type RecipientsPage,
  selectRecipient,
  selectRecipients,
} from './store';

const PAGE = 100;

export type RecipientList = {
  readonly rows: readonly RecipientRow[];
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
};

/** One page of the people of a campaign, their numbers masked. */
export async function readRecipients(page: Omit<RecipientsPage, 'most'>): Promise<RecipientList> {
  const rows = await selectRecipients({ ...page, search: page.search.trim(), most: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return { rows: shown.map(masked), next: rows.length > PAGE ? (shown.at(-1)?.position ?? null) : null };
}

/** One person of a campaign: what they get, and everything that became of it, in order. */
export async function readRecipient(campaignId: string, contactId: string): Promise<RecipientDetail> {
  const recipient = await selectRecipient(campaignId, contactId);
  if (!recipient) throw new KnownError('record.notFound', 'This person is not in the campaign.');
  const history = recipient.history.toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
  return { ...masked(recipient), history };
}

function masked<Row extends RecipientRow>(row: Row): Row {
  return { ...row, phone: maskPhone(row.phone) };
}
