import { factsNow } from '../../facts/read-facts';
import { readActiveFlows } from '../../flows/store';
import { type NoticeInFlow, noticeInFlow } from './notice-in-flow';
import { type NoticeView, selectNotices } from './store';

/** A published flow that records a consent, the version of the notice that it names, and what it says. */
export type NoticeUse = Readonly<{
  purpose: string;
  noticeVersion: string;
  flowId: string;
  flowName: string;
  flowVersion: number;
  /** Null for a flow that says nothing before it records the consent. */
  told: NoticeInFlow | null;
}>;

/** What customers are told, in all versions that were written down, and what published flows tell them now. */
export async function readNotices(): Promise<{
  readonly notices: readonly NoticeView[];
  readonly uses: readonly NoticeUse[];
}> {
  return { notices: await selectNotices(), uses: await readUses() };
}

/** The newest version that a published flow names by a number; 0 where none does. A new text must not be called the same. */
export async function newestNamed(purpose: string): Promise<number> {
  const named = (await readUses()).filter((use) => use.purpose === purpose).map((use) => Number(use.noticeVersion));
  return Math.max(0, ...named.filter((version) => Number.isSafeInteger(version) && version < MOST_VERSIONS));
}

const MOST_VERSIONS = 1_000_000; // a date is a name and no count

async function readUses(): Promise<readonly NoticeUse[]> {
  const [flows, facts] = await Promise.all([readActiveFlows(), factsNow()]);
  return [...flows].flatMap(([flowId, { version: flowVersion, flow }]) => {
    const uses = new Map<string, NoticeUse>();
    const told = noticeInFlow(flow, facts);
    for (const { consent } of flow.states) {
      if (consent?.status !== 'given') continue;
      const { purpose, noticeVersion } = consent;
      const use = { purpose, noticeVersion, flowId, flowName: flow.name, flowVersion, told };
      uses.set(`${purpose} ${noticeVersion}`, use);
    }
    return [...uses.values()];
  });
}
