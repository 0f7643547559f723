import { recordedConversation } from '@/flows/scenarios/recorded-conversation';
import {
  type ReplayResult,
  type ReplayWorld,
  replayConversation,
  type TurnDifference,
} from '@/flows/scenarios/replay-conversation';
import type { Flow } from '@/flows/schema/flow';
import { session as sessionSchema } from '@/flows/schema/session';
import { languages } from '@/prompts/load-languages';
import type { ChannelId } from '../../channels/channel';
import { KnownError } from '../../errors';
import { factsNow } from '../../facts/read-facts';
import { openDraft } from '../drafts/open-draft';
import { readActiveFlows, readFlow } from '../store';
import { type StoredConversation, selectConversations, selectStoredTurns } from './store';

/** What would have happened if the draft had been live: conversations of customers, played again on it. */
export type WhatIf = {
  /** The draft that was asked, as it was saved. */
  readonly revision: number;
  readonly played: number;
  /** Went the same way and heard the same words. */
  readonly same: number;
  readonly other: readonly OtherConversation[];
  /** On the draft they can't be played to their end. */
  readonly broken: readonly BrokenConversation[];
  /** Not played: their record is not whole, or the time was up. */
  readonly skipped: number;
  readonly isTimeUp: boolean;
};

type WhatIfConversation = {
  readonly sessionId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  readonly flowVersion: number;
  /** When it began, ISO UTC. */
  readonly at: string;
};
export type BrokenConversation = WhatIfConversation & { readonly reason: string };
export type OtherConversation = WhatIfConversation & {
  readonly wayDiffers: boolean;
  /** Something else was said, as far as the way was the same. */
  readonly saidDiffers: boolean;
  /** Of the way where it differs, else of the words. */
  readonly firstDifference: TurnDifference;
};

const LONGEST_MS = 20_000;
/** A conversation of more turns is compared in its first ones. */
const MOST_TURNS = 500;

/**
 * Plays the last `last` conversations of a flow that have ended or are idle on its stored draft, for 20 seconds at most.
 * Changes nothing. Throws `record.notFound` for a flow that is not there, and `request.invalid` for a draft that can't be
 * read.
 */
export async function whatIf(flowId: string, last: number): Promise<WhatIf> {
  const untilMs = performance.now() + LONGEST_MS;
  const { flow, revision, unreadable } = await openDraft(flowId);
  if (unreadable)
    throw new KnownError('request.invalid', 'The saved draft can’t be read, so nothing can be played on it.');
  const [conversations, active] = await Promise.all([selectConversations(flowId, last), readActiveFlows()]);
  const subflows = Object.fromEntries([...active].map(([id, published]) => [id, published.flow]));
  const world: ReplayWorld = { facts: await factsNow(), packs: languages, subflows };
  const results: Played[] = [];
  for (const conversation of conversations) {
    if (performance.now() > untilMs) break;
    results.push({ conversation, result: await playAgain(flow, conversation, world) });
    // Playing takes the processor: customers' messages are let in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { revision, ...summaryOf(results, conversations.length) };
}

type Played = { readonly conversation: StoredConversation; readonly result: ReplayResult | null };

/** Null when the record is not whole. */
async function playAgain(
  flow: Flow,
  conversation: StoredConversation,
  world: ReplayWorld,
): Promise<ReplayResult | null> {
  const session = sessionSchema.safeParse(conversation.state);
  if (!session.success) return null;
  const turns = await selectStoredTurns(conversation.sessionId, MOST_TURNS);
  const start = await startOfVersion(flow, turns[0]?.flowVersion ?? 0);
  const recorded = recordedConversation(session.data, turns, start);
  return recorded && replayConversation(flow, recorded, world);
}

async function startOfVersion(draft: Flow, version: number): Promise<string> {
  if (version === 0) return draft.start;
  return (await readFlow(draft.id, version))?.start ?? draft.start;
}

function summaryOf(results: readonly Played[], wanted: number): Omit<WhatIf, 'revision'> {
  const played = results.filter(({ result }) => result !== null);
  return {
    played: played.length,
    same: played.filter(({ result }) => result?.type === 'same').length,
    other: played.flatMap(otherOf),
    broken: played.flatMap(({ conversation, result }) =>
      result?.type === 'broken' ? [{ ...viewOf(conversation), reason: result.reason }] : [],
    ),
    skipped: wanted - played.length,
    isTimeUp: results.length < wanted,
  };
}

function otherOf({ conversation, result }: Played): OtherConversation[] {
  if (result?.type !== 'other') return [];
  const { way, said } = result;
  const firstDifference = way ?? said;
  if (!firstDifference) return [];
  return [{ ...viewOf(conversation), wayDiffers: way !== null, saidDiffers: said !== null, firstDifference }];
}

function viewOf({ sessionId, contactName, channel, flowVersion, startedAt }: StoredConversation): WhatIfConversation {
  return { sessionId, contactName, channel, flowVersion, at: startedAt.toISOString() };
}
