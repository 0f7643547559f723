import { readActiveFlows } from '../../flows/store';
import { type NoticeView, selectNotices } from './store';

/** Where a published flow records a consent, and the version of the notice that it names. */
export type NoticeUse = Readonly<{ flowId: string; stateId: string; purpose: string; noticeVersion: string }>;

/** What customers are told, in all versions, and what published flows name. */
export async function readNotices(): Promise<{
  readonly notices: readonly NoticeView[];
  readonly uses: readonly NoticeUse[];
}> {
  const flows = await readActiveFlows();
  const uses = [...flows].flatMap(([flowId, { flow }]) =>
    flow.states.flatMap(({ id: stateId, consent }) =>
      consent?.status === 'given'
        ? [{ flowId, stateId, purpose: consent.purpose, noticeVersion: consent.noticeVersion }]
        : [],
    ),
  );
  return { notices: await selectNotices(), uses };
}
