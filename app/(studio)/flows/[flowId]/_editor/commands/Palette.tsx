'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import type { ReactElement } from 'react';
import { CommandGroup, CommandItem, CommandList } from '@/app/_ui/CommandList';
import { words } from '@/app/_words/en';
import { stateTypes } from '@/flows/states';
import { nameOfState } from '../../../../_flow/name-of-state';
import { languageName } from '../../../../_language/language-name';
import { useTRPC } from '../../../../_trpc/trpc';
import { stateIcons } from '../canvas/state-icons';
import { useEditor } from '../editor-context';
import { addStateAt } from './acts';
import type { CommandContext } from './command';
import { commands } from './commands';
import { Keys } from './Keys';

const texts = words.editor.commands.palette;

type Props = { readonly context: CommandContext; readonly onClose: () => void };

/** Everything that can be done or gone to, found by typing. */
export function Palette({ context, onClose }: Props): ReactElement {
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[12dvh] z-50 mx-auto flex max-h-[70dvh] max-w-xl flex-col overflow-hidden rounded-2xl bg-surface shadow-raised outline-none"
        >
          <Dialog.Title className="sr-only">{texts.label}</Dialog.Title>
          <CommandList label={texts.label} placeholder={texts.placeholder} empty={texts.empty}>
            <Commands context={context} onClose={onClose} />
            <States context={context} onClose={onClose} />
            <NewStates context={context} onClose={onClose} />
            <ShowIn context={context} onClose={onClose} />
            <Flows onClose={onClose} />
          </CommandList>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Commands({ context, onClose }: Props): ReactElement {
  return (
    <CommandGroup heading={texts.groups.commands}>
      {commands
        .filter(({ id }) => id !== 'palette')
        .map((command) => (
          <CommandItem
            key={command.id}
            value={command.title}
            isDisabled={command.isEnabled?.(context) === false}
            onSelect={() => {
              onClose();
              void command.run(context);
            }}
          >
            <span className="flex-1">{command.title}</span>
            {command.keys?.[0] ? <Keys keys={command.keys[0]} /> : null}
          </CommandItem>
        ))}
    </CommandGroup>
  );
}

function States({ context, onClose }: Props): ReactElement {
  const states = useEditor((state) => state.flow.states);
  return (
    <CommandGroup heading={texts.groups.states}>
      {states.map((state) => {
        const Icon = stateIcons[state.type];
        return (
          <CommandItem
            key={state.id}
            value={`state ${state.id}`}
            keywords={[nameOfState(state)]}
            onSelect={() => {
              context.store.getState().showView('canvas');
              context.store.getState().goTo({ state: state.id });
              onClose();
            }}
          >
            <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
            {nameOfState(state)}
          </CommandItem>
        );
      })}
    </CommandGroup>
  );
}

function NewStates({ context, onClose }: Props): ReactElement {
  return (
    <CommandGroup heading={texts.groups.add}>
      {Object.values(stateTypes).map(({ type }) => (
        <CommandItem
          key={type}
          value={texts.addState(words.stateTypes[type])}
          onSelect={() => {
            addStateAt(context.store, type, context.canvas.current?.place() ?? { x: 0, y: 0 });
            onClose();
          }}
        >
          {texts.addState(words.stateTypes[type])}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

function ShowIn({ context, onClose }: Props): ReactElement {
  const languages = useEditor((state) => state.flow.languages);
  return (
    <CommandGroup heading={texts.groups.languages}>
      {languages.map((code) => (
        <CommandItem
          key={code}
          value={`language ${code}`}
          keywords={[languageName(code)]}
          onSelect={() => {
            context.store.getState().setLanguage(code);
            onClose();
          }}
        >
          {texts.showIn(languageName(code))}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

function Flows({ onClose }: Pick<Props, 'onClose'>): ReactElement | null {
  const router = useRouter();
  const flows = useQuery(useTRPC().flows.list.queryOptions());
  if (!flows.data) return null;
  return (
    <CommandGroup heading={texts.groups.flows}>
      {flows.data.map(({ id, name }) => (
        <CommandItem
          key={id}
          value={`flow ${id}`}
          keywords={[name]}
          onSelect={() => {
            onClose();
            router.push(`/flows/${id}`);
          }}
        >
          {name}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
