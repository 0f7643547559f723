import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import type { SegmentFilter } from '../plan/segment-filter';
import { firstMembers } from './select-audience';
import { countSegment } from './store';

export type SegmentView = {
  readonly count: number;
  /** The first few. */
  readonly sample: readonly { readonly contactId: string; readonly name: string | null; readonly language: string }[];
};

const sampleSize = 8;

/** How many people a segment has now, and some of them. */
export async function viewSegment(filter: SegmentFilter, channel: ChannelId): Promise<SegmentView> {
  const [count, members] = await Promise.all([
    countSegment(getPool(), filter, channel),
    firstMembers(getPool(), { type: 'segment', filter }, { channel, limit: sampleSize }),
  ]);
  return { count, sample: members.map(({ contactId, name, language }) => ({ contactId, name, language })) };
}
