import type { IncomingContent } from '@/flows/schema/message';

/** What a customer can send from a phone that is drawn here. */
export type Sendable = Exclude<IncomingContent, { type: 'unsupported' }>;
