import { type Flow, flow } from '@/flows/schema/flow';
import document from './empty-flow.json';

/** A flow to begin with: it says something in English and ends, and whoever wants no more messages is heard. */
export function emptyFlow(id: string, name: string): Flow {
  return flow.parse({ ...document, id, name });
}
