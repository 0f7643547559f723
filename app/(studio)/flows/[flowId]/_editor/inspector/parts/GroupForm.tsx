import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { setGroup, takeOutOfGroups, ungroup } from '@/flows/edit/groups';
import { nameIn, selectState } from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import { LineInput } from '../form/LineInput';
import { useComposedText } from '../form/use-composed-text';
import { Panel } from './Panel';
import { TonePicker } from './TonePicker';

const { group: texts, edits } = words.editor.inspector;

/** A group of states: its name, its colour, and what is in it. */
export function GroupForm({ id }: { readonly id: string }): ReactElement | null {
  const store = useEditorStore();
  const group = useEditor(({ flow }) => flow.groups.find((other) => other.id === id));
  const { edit } = store.getState();
  const name = group?.name ?? '';
  const typed = useComposedText(name, (text) =>
    edit(edits.group(name), (flow) => setGroup(flow, id, { name: text }), { merge: `group:${id}` }),
  );
  if (!group) return null;
  const change = (changed: Parameters<typeof setGroup>[2]) =>
    edit(edits.group(name), (flow) => setGroup(flow, id, changed));
  return (
    <Panel>
      <div className="flex flex-col gap-4 px-4 py-4">
        <div className="flex items-center gap-2">
          <h2 className="grow text-base font-semibold">{texts.title}</h2>
          <Button look="bare" onClick={() => edit(edits.ungroup(name), (flow) => ungroup(flow, id))}>
            {texts.ungroup}
          </Button>
        </div>
        <LineInput label={texts.name} isLong={false} typed={{ ...typed, problem: null }} />
        <TonePicker label={texts.colour} value={group.colour} onChange={(colour) => change({ colour })} />
        <Checkbox
          label={texts.isCollapsed}
          body={texts.isCollapsedBody}
          isChecked={group.isCollapsed}
          onChange={(isCollapsed) => change({ isCollapsed })}
        />
        <div>
          <h3 className="text-xs font-medium text-ink-soft">{texts.states}</h3>
          <ul className="flex flex-col">
            {group.states.map((state) => {
              const stateName = nameIn(store.getState().flow, state);
              return (
                <li key={state} className="flex items-center">
                  <Button
                    look="bare"
                    onClick={() => selectState(store, state)}
                    className="min-w-0 grow justify-start px-1 text-left wrap-anywhere"
                  >
                    {stateName}
                  </Button>
                  <IconButton
                    icon={X}
                    label={texts.takeOut(stateName)}
                    onClick={() => edit(edits.group(name), (flow) => takeOutOfGroups(flow, [state]))}
                    className="size-7"
                  />
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </Panel>
  );
}
