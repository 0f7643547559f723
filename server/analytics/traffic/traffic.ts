import type { ChannelId } from '../../channels/channel';

/** Sessions of real customers, of the simulator, or both. */
export type ChannelChoice = ChannelId | 'all';

export type TrafficAsked = {
  readonly flowId: string;
  /** One version, never several mixed; 0 is the draft. */
  readonly version: number;
  readonly days: number;
  readonly channel: ChannelChoice;
};

/** What went through one version of a flow. States and transitions without traffic are not in it. */
export type Traffic = {
  readonly sessions: number;
  readonly states: readonly StateTraffic[];
  readonly transitions: readonly TransitionTraffic[];
};

export type StateTraffic = {
  readonly state: string;
  /** Sessions that entered it or rested in it, each once. */
  readonly sessions: number;
  readonly visits: number;
  /** From entering it until another state was entered; null when no session has left it yet. */
  readonly medianSeconds: number | null;
  /** Sessions that came no further: they ended here, or have been silent here for more than 24 hours. */
  readonly endedHere: number;
};

export type TransitionTraffic = { readonly transition: string; readonly sessions: number; readonly times: number };

export type RecentSessionsAsked = TrafficAsked & {
  readonly transition?: string | undefined;
  readonly state?: string | undefined;
  readonly limit: number;
};

export type RecentSession = {
  readonly sessionId: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  /** When it last took the transition or was in the state, ISO UTC. */
  readonly at: string;
};
