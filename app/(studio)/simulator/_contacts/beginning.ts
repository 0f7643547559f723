import type { Conversation, FlowSummary } from '../conversation-types';

/** How a conversation is to begin: for a new contact (`contactId` null) or again for one who is there. */
export type Beginning = Readonly<{
  contactId: string | null;
  name: string | null;
  language: string;
  flowId: string;
  /** 0 is the draft. */
  flowVersion: number;
  /** The state to start in; null is the flow's own start. */
  state: string | null;
}>;

/** A new customer of the first flow, in the given or the flow's own language; null while there is no flow. */
export function beginNew(flows: readonly FlowSummary[], language: string | null): Beginning | null {
  const [flow] = flows;
  if (!flow) return null;
  return {
    contactId: null,
    name: null,
    language: language ?? flow.defaultLanguage,
    flowId: flow.id,
    flowVersion: flow.publishedVersion ?? 0,
    state: null,
  };
}

/** The same contact from the beginning, with the same flow in the same language. */
export function beginAgain({ contact, session }: Conversation, flows: readonly FlowSummary[]): Beginning | null {
  const flowId = session?.flowId ?? contact.flowId;
  const flow = flows.find(({ id }) => id === flowId) ?? flows[0];
  if (!flow) return null;
  return {
    contactId: contact.id,
    name: contact.name,
    language: session?.language ?? contact.language,
    flowId: flow.id,
    flowVersion: session?.flowVersion ?? contact.flowVersion ?? flow.publishedVersion ?? 0,
    state: null,
  };
}
