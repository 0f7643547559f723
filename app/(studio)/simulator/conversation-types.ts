import type { inferRouterOutputs } from '@trpc/server';
import type { IncomingMediaKind } from '@/flows/schema/message';
import type { ApiRouter } from '@/server/api';
import type { Sendable } from '../_phone/sendable';

type Outputs = inferRouterOutputs<ApiRouter>;

export type Contact = Outputs['simulator']['contacts'][number];
export type Conversation = Outputs['simulator']['conversation'];
export type ChatMessage = Conversation['messages'][number];
export type Turn = Conversation['turns'][number];
export type Session = NonNullable<Conversation['session']>;
export type FlowSummary = Outputs['flows']['list'][number];

/** The words of a message that something was read from; offsets as in `textSpan`. */
export type Focus = Readonly<{ messageId: string; span: Readonly<{ start: number; end: number }> | null }>;

/** A message that the server has not confirmed yet: on its way, or kept because it did not arrive. */
export type Unsent = Readonly<{
  clientId: string;
  contactId: string;
  content: Sendable | UnsentFile;
  /** The channel's id of the message of ours whose button was tapped. */
  contextExternalId?: string | undefined;
  at: string;
  problem: string | null;
}>;

/** A file that is on its way; its bytes are kept apart. */
export type UnsentFile = Readonly<{
  type: 'file';
  kind: Exclude<IncomingMediaKind, 'sticker'>;
  filename: string;
  byteSize: number;
}>;
