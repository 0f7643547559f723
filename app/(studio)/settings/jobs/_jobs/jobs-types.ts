import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['jobs'];

export type JobList = Outputs['list'];
export type JobFunction = JobList['functions'][number];
export type JobRun = JobList['runs'][number];
export type JobStatus = JobRun['status'];
export type JobDetails = Outputs['read'];
export type JobStep = JobDetails['steps'][number];

export type JobFilter = {
  readonly status: JobStatus | null;
  readonly functionId: string | null;
  /** Older than these; null for the newest. */
  readonly before: string | null;
};
