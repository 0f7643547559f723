import { Flag } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { changeStateType } from '@/flows/edit/change-state-type';
import { renameState } from '@/flows/edit/rename-state';
import { setFlowHead } from '@/flows/edit/set-flow-head';
import { setStateName } from '@/flows/edit/set-state-head';
import { type StateType, stateTypes } from '@/flows/states';
import { stateId } from '@/flows/states/define-state';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { type StateKind, stateKinds } from '../../../../../_flow/state-kinds';
import { stateIcons } from '../../canvas/state-icons';
import { useEditor, useEditorStore } from '../../editor-context';
import { noSelection } from '../../selection';
import { LineInput } from '../form/LineInput';
import { NameLine } from '../form/NameLine';
import { schemaProblem } from '../form/schema-problem';
import { useComposedText } from '../form/use-composed-text';
import { findState } from '../owners/find-state';

const { state: texts, edits } = words.editor.inspector;

/** What a state is called and what kind it is. */
export function StateHead({ id }: { readonly id: string }): ReactElement {
  const store = useEditorStore();
  const name = useEditor(({ flow }) => findState(flow, id)?.name ?? '');
  const type = useEditor(({ flow }) => findState(flow, id)?.type ?? 'say');
  const isStart = useEditor(({ flow }) => flow.start === id);
  const { edit } = store.getState();
  const typed = useComposedText(name, (text) =>
    edit(edits.rename(id), (flow) => setStateName(flow, id, text), { merge: `name:${id}` }),
  );
  return (
    <header className="flex flex-col gap-3 px-4 py-4">
      <div className="flex items-center gap-2">
        <Sign type={type} />
        <h2 className="min-w-0 grow truncate text-base font-semibold" tabIndex={-1} data-path="">
          {nameOfState(name === '' ? { id } : { id, name })}
        </h2>
        {isStart ? (
          <Badge tone="accent">
            <Flag aria-hidden className="size-3" />
            {texts.isStart}
          </Badge>
        ) : (
          <Button look="bare" onClick={() => edit(edits.start(id), (flow) => setFlowHead(flow, { start: id }))}>
            {texts.makeStart}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-1 gap-3 @md:grid-cols-2">
        <LineInput label={texts.name} isLong={false} typed={{ ...typed, problem: null }} />
        <StateId id={id} />
        <Select
          label={texts.kind}
          value={type}
          options={kindOptions}
          onChange={(kind) => edit(edits.kind(id, words.stateTypes[kind]), (flow) => changeStateType(flow, id, kind))}
        />
      </div>
    </header>
  );
}

const kindOptions = stateTypeNames().map((type) => ({ value: type, label: words.stateTypes[type] }));

function stateTypeNames(): readonly StateType[] {
  return Object.values(stateTypes).map(({ type }) => type);
}

function Sign({ type }: { readonly type: StateType }): ReactElement {
  const Icon = stateIcons[type];
  return (
    <span
      className={classNames('flex size-8 shrink-0 items-center justify-center rounded-lg', kindLooks[stateKinds[type]])}
    >
      <Icon aria-hidden className="size-4.5" />
    </span>
  );
}

const kindLooks = {
  talk: 'text-kind-talk bg-kind-talk/12',
  ask: 'text-kind-ask bg-kind-ask/12',
  logic: 'text-kind-logic bg-kind-logic/12',
  world: 'text-kind-world bg-kind-world/12',
  people: 'text-kind-people bg-kind-people/12',
  end: 'text-kind-end bg-kind-end/12',
} as const satisfies Record<StateKind, string>;

/** A state's id is named all over the flow, which follows it. */
function StateId({ id }: { readonly id: string }): ReactElement {
  const store = useEditorStore();
  const problemOf = (text: string) => {
    const isTaken = findState(store.getState().flow, text) !== undefined;
    return schemaProblem(stateId, text) ?? (isTaken ? texts.idTaken : null);
  };
  const rename = (text: string) => {
    const { edit, select } = store.getState();
    if (edit(edits.rename(id), (flow) => renameState(flow, id, text))) select({ ...noSelection, states: [text] });
  };
  return <NameLine label={texts.id} value={id} problemOf={problemOf} onCommit={rename} />;
}
