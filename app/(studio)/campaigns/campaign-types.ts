import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>;
type Inputs = inferRouterInputs<ApiRouter>;

export type CampaignSummary = Outputs['campaigns']['list'][number];
export type CampaignView = Outputs['campaigns']['read'];
export type CampaignStatus = CampaignView['status'];
export type ChannelName = CampaignView['channel'];
export type Progress = Outputs['campaigns']['progress'];
export type Recipient = Outputs['campaigns']['recipients']['rows'][number];
export type RecipientFilter = Inputs['campaigns']['recipients']['filter'];
export type RecipientView = Outputs['campaigns']['recipient'];
export type Results = Outputs['campaigns']['results'];
export type PlanCheck = Outputs['audience']['check'];
export type ImportView = Outputs['audience']['import'];
export type BadRow = Outputs['audience']['badRows']['rows'][number];
export type ImportReport = NonNullable<ImportView['report']>;
export type SegmentValues = Outputs['audience']['segmentChoices'];
export type TemplateView = Outputs['templates']['get'];
