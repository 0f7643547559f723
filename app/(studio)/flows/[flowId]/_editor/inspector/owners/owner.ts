import type { FormProblem } from '@/flows/edit/form-problem';
import type { Flow } from '@/flows/schema/flow';
import type { TextUse } from '@/flows/schema/message-template';
import type { Field } from '../form/field';

/** What a form edits: a part of the flow, as one value with paths into it. */
export type Owner = Readonly<{
  /** Tells it from every other part of the flow: "state:qualifying". */
  key: string;
  /** How labels of edits call it. */
  name: string;
  /** Where its issues and texts are; null for a part that has neither. */
  place: Readonly<{ state: string }> | Readonly<{ rule: string }> | null;
  field: Field;
  rootOf: (flow: Flow) => unknown;
  /** The same flow when the value is refused. */
  write: (flow: Flow, root: unknown) => Flow;
  whyNot: (flow: Flow, root: unknown) => readonly FormProblem[];
  /** Where each text is shown, by its path. */
  usesOf: (flow: Flow) => ReadonlyMap<string, TextUse>;
}>;

/** The beginning of the keys that an owner's translations are kept under. */
export function textKeyOf(place: NonNullable<Owner['place']>, path: string): string {
  return 'state' in place ? `${place.state}/${path}` : `rule:${place.rule}/${path}`;
}
