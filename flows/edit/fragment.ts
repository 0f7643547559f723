import { z } from 'zod';
import {
  canvasGroup,
  canvasNote,
  FLOW_SCHEMA_VERSION,
  flowState,
  flowVariable,
  transition,
  translationSource,
} from '../schema/flow';
import { languageCode } from '../schema/language';
import { copyPlain } from '../schema/plain-copy';
import { readJson } from '../schema/read-json';
import { idOfItem } from './flow-lists';

/** States cut out of a flow, as the clipboard carries them between flows and browsers. */
export const fragmentSchema = z.strictObject({
  kind: z.literal('vaarta/states'),
  schemaVersion: z.literal(FLOW_SCHEMA_VERSION),
  /** The language that the translations were made from. */
  defaultLanguage: languageCode,
  states: z.array(flowState).min(1),
  /** All that leave these states, in order; one whose target is not among them leads out of the fragment. */
  transitions: z.array(transition),
  /** Those whose states were all taken along. */
  groups: z.array(canvasGroup),
  notes: z.array(canvasNote),
  /** Those that the states use. */
  variables: z.array(flowVariable),
  translatedFrom: z.record(z.string(), z.record(languageCode, translationSource)),
});
export type Fragment = Readonly<z.infer<typeof fragmentSchema>>;

/** Reads a fragment from the text of a clipboard; null for any other text. Never throws. */
export function parseFragment(text: string): Fragment | null {
  if (!text.includes('vaarta/states')) return null;
  const read = readJson(text);
  const copied = read.ok ? copyPlain(read.value) : null;
  const fragment = copied?.ok ? fragmentSchema.safeParse(copied.document).data : undefined;
  return fragment && isDistinct(fragment) ? fragment : null;
}

function isDistinct({ states, groups, notes, variables }: Fragment): boolean {
  const lists = [states, groups, notes, variables].map((items) => items.map(idOfItem));
  return lists.every((ids) => new Set(ids).size === ids.length);
}
