import { z } from 'zod';
import {
  canvasGroup,
  canvasNote,
  flowRule,
  flow as flowSchema,
  flowState,
  flowVariable,
  transition,
  translationSource,
} from '../schema/flow';
import { languageCode } from '../schema/language';

const head = flowSchema.pick({
  id: true,
  name: true,
  description: true,
  languages: true,
  defaultLanguage: true,
  start: true,
});
export type Head = Readonly<z.infer<typeof head>>;

/** What an edit changed, as plain JSON: the items of each list, the records of translations, and the flow's own fields. */
export const flowPatchSchema = z.strictObject({
  states: listPatch(flowState),
  transitions: listPatch(transition),
  rules: listPatch(flowRule),
  variables: listPatch(flowVariable),
  notes: listPatch(canvasNote),
  groups: listPatch(canvasGroup),
  translatedFrom: z.array(itemChange(z.record(languageCode, translationSource))).optional(),
  head: z.strictObject({ before: head, after: head }).optional(),
});
export type FlowPatch = Readonly<z.infer<typeof flowPatchSchema>>;

/** An item as it was and as it is: `before` is absent for a new one, `after` for one that was removed. */
export type ItemChange<T> = {
  id: string;
  before?: T | undefined;
  after?: T | undefined;
  /** For a new item of a list: the id of what stands before it there; null: nothing. */
  behind?: string | null | undefined;
};

/** `order` names every id, and is there only when what both sides have stands in another order. */
export type ListPatch<T> = { items: ItemChange<T>[]; order?: string[] | undefined };

function listPatch<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(itemChange(item)), order: z.array(z.string()).optional() }).optional();
}

function itemChange<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    id: z.string(),
    before: item.optional(),
    after: item.optional(),
    behind: z.string().nullable().optional(),
  });
}
