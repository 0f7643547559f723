import { type Flow, flow as flowSchema } from '../schema/flow';
import { rebasedRecords } from './rebased-records';
import { sameJson } from './same-json';
import { textsOf } from './texts';

const headSchema = flowSchema.pick({ name: true, description: true, start: true, defaultLanguage: true });

/** What is absent stays as it is. */
export type FlowHead = Partial<Pick<Flow, 'name' | 'description' | 'start' | 'defaultLanguage'>>;

/**
 * Changes what a flow says of itself. The start is one of its states, and its own language one of its languages: with
 * another one, translations that fitted still fit. What can't be returns the flow itself.
 */
export function setFlowHead(flow: Flow, change: FlowHead): Flow {
  const { name, description, start, defaultLanguage } = flow;
  const head = headSchema.safeParse({ name, description, start, defaultLanguage, ...change }).data;
  if (!head || sameJson(head, { name, description, start, defaultLanguage })) return flow;
  if (head.start !== start && !flow.states.some(({ id }) => id === head.start)) return flow;
  if (head.defaultLanguage === defaultLanguage) return { ...flow, ...head };
  if (!flow.languages.includes(head.defaultLanguage)) return flow;
  const languages = { from: defaultLanguage, to: head.defaultLanguage };
  return { ...flow, ...head, translatedFrom: rebasedRecords(flow.translatedFrom, textsOf(flow), languages) };
}
