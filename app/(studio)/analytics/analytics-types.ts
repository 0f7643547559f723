import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['analytics'];
type Inputs = inferRouterInputs<ApiRouter>['analytics'];

export type Choices = Outputs['choices'];
export type Overview = Outputs['overview'];
export type Funnel = Outputs['funnel'];
export type Questions = Outputs['questions'];
export type QuestionGroup = Questions['groups'][number];
export type Handovers = Outputs['handovers'];
export type Outreach = Outputs['outreach'];
export type Spending = Outputs['cost'];
export type ListCursor = NonNullable<Outputs['list']['next']>;
export type ListedContact = Outputs['list']['rows'][number];
/** What the figures are about: days in India, and whom to leave out. */
export type Filter = Required<Inputs['overview']['filter']>;
/** Which list is behind a number. */
export type ListAsked = Pick<Inputs['list'], 'list' | 'key' | 'wording'>;
