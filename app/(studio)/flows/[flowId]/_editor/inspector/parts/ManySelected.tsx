import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import {
  alignSelection,
  distributeSelection,
  duplicateSelection,
  groupSelection,
  nameIn,
  removeSelection,
} from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import type { EditorStore } from '../../editor-store';
import { noSelection } from '../../selection';
import { Panel } from './Panel';

const texts = words.editor.inspector.many;
const { commands } = words.editor.commands;
const MOST_LISTED = 50;

/** Several things are selected: how many, what can be done to all of them, and a way to each. */
export function ManySelected(): ReactElement {
  const store = useEditorStore();
  const { states, notes, groups } = useEditor(({ selection }) => selection);
  const flow = useEditor((state) => state.flow);
  return (
    <Panel>
      <div className="flex flex-col gap-4 px-4 py-4">
        <h2 className="text-base font-semibold">{texts.title(states.length + notes.length + groups.length)}</h2>
        <div className="flex flex-wrap gap-2">
          {actsFor(states.length).map(([label, act]) => (
            <Button key={label} onClick={() => act(store)}>
              {label}
            </Button>
          ))}
        </div>
        <ul aria-label={texts.list} className="flex flex-col">
          {states.slice(0, MOST_LISTED).map((id) => (
            <li key={id}>
              <Open label={nameIn(flow, id)} onOpen={() => store.getState().select({ ...noSelection, states: [id] })} />
            </li>
          ))}
          {notes.slice(0, MOST_LISTED).map((id) => (
            <li key={id}>
              <Open
                label={flow.notes.find((note) => note.id === id)?.text ?? id}
                onOpen={() => store.getState().select({ ...noSelection, notes: [id] })}
              />
            </li>
          ))}
          {groups.slice(0, MOST_LISTED).map((id) => (
            <li key={id}>
              <Open
                label={flow.groups.find((group) => group.id === id)?.name ?? id}
                onOpen={() => store.getState().select({ ...noSelection, groups: [id] })}
              />
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

type Act = readonly [string, (store: EditorStore) => void];

function actsFor(states: number): readonly Act[] {
  const ofStates: readonly Act[] = [
    [commands.duplicate, duplicateSelection],
    [commands.group, groupSelection],
    [commands.alignLeft, (store) => alignSelection(store, 'left')],
    [commands.alignTop, (store) => alignSelection(store, 'top')],
    [commands.distributeHorizontally, (store) => distributeSelection(store, 'horizontally')],
    [commands.distributeVertically, (store) => distributeSelection(store, 'vertically')],
  ];
  return [[commands.remove, removeSelection], ...(states > 1 ? ofStates : [])];
}

function Open({ label, onOpen }: { readonly label: string; readonly onOpen: () => void }): ReactElement {
  return (
    <Button look="bare" onClick={onOpen} className="w-full justify-start px-1 text-left">
      <span className="truncate">{label}</span>
    </Button>
  );
}
