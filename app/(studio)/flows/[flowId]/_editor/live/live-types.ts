import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';
import type { LiveSettings } from './live-settings';

type Answers = inferRouterOutputs<ApiRouter>;

export type Traffic = Answers['live']['traffic'];
export type StateTraffic = Traffic['states'][number];
export type TransitionTraffic = Traffic['transitions'][number];
export type Replay = Answers['live']['replay'];
export type ReplayStep = Replay['steps'][number];
export type VersionSummary = Answers['versions']['list'][number];

/** Which conversations are counted. */
export type Asked = LiveSettings & Readonly<{ flowId: string; version: number }>;
