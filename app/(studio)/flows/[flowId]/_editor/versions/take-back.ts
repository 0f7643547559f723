import { words } from '@/app/_words/en';
import { type FlowPart, restorePart } from '@/flows/edit/restore-part';
import type { Flow } from '@/flows/schema/flow';
import type { EditorStore } from '../editor-store';
import type { ComparedGroup, ComparedOwner } from './comparison';
import { namePart } from './name-part';

const texts = words.editor.versions;

/** Makes one part of the draft what it was in `earlier`. False when it has no place in the draft any more. */
export function takeBack(store: EditorStore, earlier: Flow, part: FlowPart): boolean {
  return store.getState().edit(texts.takeBackEdit(namePart(part)), (flow) => restorePart(flow, earlier, part));
}

/** Takes back everything of a group as one edit. */
export function takeBackGroup(store: EditorStore, earlier: Flow, { owner, changes }: ComparedGroup): boolean {
  const label = texts.takeBackEdit(texts.parts.group(nameOfOwner(owner), changes.length));
  return store
    .getState()
    .edit(label, (flow) =>
      partsOf(owner, changes).reduce((current, part) => restorePart(current, earlier, part), flow),
    );
}

export function nameOfOwner(owner: ComparedOwner): string {
  switch (owner.type) {
    case 'flow':
      return texts.wholeFlow;
    case 'rule':
      return texts.rule(owner.name);
    case 'state':
      return owner.name;
    default:
      return owner satisfies never;
  }
}

/** A state or a rule goes back as a whole, whatever changed inside it; its place and its transitions follow. */
function partsOf(owner: ComparedOwner, changes: readonly FlowPart[]): readonly FlowPart[] {
  if (owner.type === 'flow') return changes;
  const whole: FlowPart = {
    kind: 'changed',
    place: owner.type === 'state' ? { state: owner.state } : { rule: owner.rule },
  };
  const isInside = ({ kind, place }: FlowPart) => place.transition === undefined && kind !== 'moved';
  return [...(changes.some(isInside) ? [whole] : []), ...changes.filter((part) => !isInside(part))];
}
