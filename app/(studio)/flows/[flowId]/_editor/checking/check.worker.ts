import { expose } from 'comlink';
import { checkFlow } from '@/flows/check/check-flow';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { languages } from '@/prompts/load-languages';

const checker = {
  /** Everything that an author should know of a flow, among the flows that it may call. */
  check: (flow: Flow, knownFlows: Readonly<Record<string, Flow>>): readonly FlowIssue[] =>
    checkFlow(flow, { packs: languages, knownFlows }),
};
export type Checker = typeof checker;

expose(checker);
