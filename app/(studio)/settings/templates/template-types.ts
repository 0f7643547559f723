import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['templates'];

export type TemplateList = Outputs['list'];
export type TemplateSummary = TemplateList['templates'][number];
export type TemplateStanding = TemplateSummary['languages'][number];
export type TemplateUse = TemplateSummary['uses'][number];
export type TemplateView = Outputs['get'];
export type TemplateText = TemplateView['texts'][number];
