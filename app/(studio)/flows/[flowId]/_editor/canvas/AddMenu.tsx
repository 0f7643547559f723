'use client';

import { Popover } from 'radix-ui';
import { type ReactElement, useState } from 'react';
import { CommandGroup, CommandItem, CommandList } from '@/app/_ui/CommandList';
import { words } from '@/app/_words/en';
import { BACK } from '@/flows/schema/flow';
import { type StateType, stateTypes } from '@/flows/states';
import { nameOfState } from '../../../../_flow/name-of-state';
import { addStateAt, connectOutcome, insertOnTransition } from '../commands/acts';
import { useEditor, useEditorStore } from '../editor-context';
import type { MenuRequest } from './canvas-menu';
import { stateOf } from './group-box';
import { readable, unusedOutcomes } from './outcome-rows';
import { stateIcons } from './state-icons';

const texts = words.editor.canvas.menu;
const types = Object.values(stateTypes).map(({ type }) => type);

type Props = {
  readonly request: MenuRequest;
  /** A place on the screen as a place on the canvas. */
  readonly toCanvas: (point: Readonly<{ x: number; y: number }>) => Readonly<{ x: number; y: number }>;
  readonly onClose: () => void;
};

/** What can be put at a place of the canvas: searched by typing, used by mouse or keys. */
export function AddMenu({ request, toCanvas, onClose }: Props): ReactElement {
  const store = useEditorStore();
  const [outcome, setOutcome] = useState<string | null>(request.type === 'lead' ? request.outcome : null);
  const needsOutcome = request.type === 'choose' && outcome === null;
  const add = (type: StateType): void => {
    if (request.type === 'insert') insertOnTransition(store, request.transition, type);
    else addStateAt(store, type, toCanvas(request.at), fromOf(request, outcome));
    onClose();
  };
  const lead = (to: string): void => {
    const from = fromOf(request, outcome);
    if (from) connectOutcome(store, from.state, from.outcome, to);
    onClose();
  };
  const chosen = (id: string): void => {
    setOutcome(id);
    if (request.type !== 'choose' || request.to === null) return;
    connectOutcome(store, request.from, id, request.to);
    onClose();
  };
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Anchor className="fixed size-0" style={{ left: request.at.x, top: request.at.y }} />
      <Popover.Portal>
        <Popover.Content
          side="bottom"
          align="start"
          collisionPadding={12}
          aria-label={texts.label}
          className="z-50 flex h-96 max-h-[70dvh] w-72 flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-raised"
        >
          <CommandList
            key={outcome ?? ''}
            label={texts.label}
            placeholder={needsOutcome ? texts.outcomePlaceholder : texts.placeholder}
            empty={texts.empty}
          >
            {needsOutcome ? <Outcomes from={request.from} onChoose={chosen} /> : null}
            {needsOutcome ? null : <NewStates onChoose={add} />}
            {needsOutcome || request.type === 'add' || request.type === 'insert' ? null : (
              <ExistingStates onChoose={lead} />
            )}
          </CommandList>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function fromOf(request: MenuRequest, outcome: string | null): { state: string; outcome: string } | undefined {
  if (outcome === null || (request.type !== 'lead' && request.type !== 'choose')) return undefined;
  return { state: request.from, outcome };
}

function NewStates({ onChoose }: { readonly onChoose: (type: StateType) => void }): ReactElement {
  return (
    <CommandGroup heading={texts.newState}>
      {types.map((type) => {
        const Icon = stateIcons[type];
        return (
          <CommandItem key={type} value={`new ${words.stateTypes[type]}`} onSelect={() => onChoose(type)}>
            <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
            <span className="min-w-0">
              {words.stateTypes[type]}
              <span className="ml-2 text-xs text-ink-faint">{texts.about[type]}</span>
            </span>
          </CommandItem>
        );
      })}
    </CommandGroup>
  );
}

function ExistingStates({ onChoose }: { readonly onChoose: (id: string) => void }): ReactElement {
  const states = useEditor((state) => state.flow.states);
  return (
    <CommandGroup heading={texts.existing}>
      <CommandItem value="back @back" onSelect={() => onChoose(BACK)}>
        {texts.back}
      </CommandItem>
      {states.map((state) => (
        <CommandItem
          key={state.id}
          value={`state ${state.id}`}
          keywords={[nameOfState(state)]}
          onSelect={() => onChoose(state.id)}
        >
          {nameOfState(state)}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

type OutcomesProps = { readonly from: string; readonly onChoose: (outcome: string) => void };

function Outcomes({ from, onChoose }: OutcomesProps): ReactElement {
  const flow = useEditor((state) => state.flow);
  const state = stateOf(flow, from);
  return (
    <CommandGroup heading={texts.outcome}>
      {(state ? unusedOutcomes(flow, state) : []).map(({ id, label }) => (
        <CommandItem key={id} value={id} keywords={[label]} onSelect={() => onChoose(id)}>
          {readable(label)}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
