import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>;

export type ConversationPage = Outputs['conversations']['list'];
export type ConversationRow = ConversationPage['rows'][number];
export type ConversationCounts = Outputs['conversations']['counts'];
export type Thread = Outputs['conversations']['read'];
export type ThreadMessage = Thread['messages'][number];
export type BotReading = Outputs['conversations']['reading'];
export type FilledTemplate = Outputs['conversations']['templates'][number];
export type HandoverPacket = Outputs['handovers']['packet'];
export type LeadInPacket = NonNullable<HandoverPacket['lead']>;
export type Officer = Outputs['handovers']['officers'][number];
export type FilledAnswer = Outputs['canned']['forContact'][number];
export type Note = Outputs['notes']['list'][number];
