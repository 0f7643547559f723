import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['understanding'];

export type ReadingFigures = Outputs['figures'];
export type TurnToReview = Outputs['review'][number];
/** The settings as they stand, those of a new installation, and the model that the environment names. */
export type UnderstandingReading = Outputs['settings'];
export type UnderstandingSettings = UnderstandingReading['settings'];
