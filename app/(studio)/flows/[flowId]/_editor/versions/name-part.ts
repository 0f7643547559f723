import { words } from '@/app/_words/en';
import type { FlowPart } from '@/flows/edit/restore-part';
import { languageName } from '@/flows/schema/language-name';

const { parts } = words.editor.versions;

/** What a change is about, for the label of an edit: "Kannada text of qualifying". */
export function namePart({ kind, place: { state, transition, rule, path, language } }: FlowPart): string {
  const owner = rule ?? state;
  if (transition !== undefined) return parts.transition(state ?? transition);
  if (owner === undefined) return path ?? parts.order;
  if (language !== undefined) return parts.text(languageName(language), owner);
  if (path !== undefined) return parts.inside(path, owner);
  if (state === undefined) return parts.rule(owner);
  return kind === 'moved' ? parts.position(owner) : parts.state(owner);
}
