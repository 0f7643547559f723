import type { PoolClient } from 'pg';
import type { Claim } from '../calls/store';
import type { LockedRun } from '../runs/store';
import type { FunctionConfig, JobError, RunnerWorld } from '../types';

/** Everything that is at hand while an answer is written. */
export type Applying = {
  readonly client: PoolClient;
  readonly world: RunnerWorld;
  readonly claim: Claim;
  readonly config: FunctionConfig;
  readonly run: LockedRun;
  /** The item that this process does next, if there is one. */
  readonly nextId: string;
};

/** What a report did to its run: steps that it ended and opened. `isRace` when what ends is looked at before all have. */
export type Progress = {
  readonly completed: number;
  readonly opened: number;
  readonly isRace: boolean;
  /** What the runner can't do: the run fails with it. */
  readonly problem: JobError | undefined;
};
