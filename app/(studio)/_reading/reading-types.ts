import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>;

export type ReadingFigures = Outputs['analytics']['cost']['reading'];
export type TurnToReview = Outputs['analytics']['review'][number];
/** The settings as they stand, those of a new installation, and the model that the environment names. */
export type UnderstandingReading = Outputs['understanding']['settings'];
export type UnderstandingSettings = UnderstandingReading['settings'];
