'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import { scenarioToTryout } from '../scenario-to-tryout';
import { useTryStore } from '../try-context';
import type { ListedScenario } from './listed-scenario';
import { useScenarioStore, useScenarios } from './use-scenarios';

const texts = words.editor.try.scenarios;

type Props = { readonly listed: ListedScenario; readonly onTalk: () => void };

/** What can be done with a scenario; a shipped one can't be renamed or removed. */
export function ScenarioActs({ listed, onTalk }: Props): ReactElement {
  const store = useTryStore();
  const scenarios = useScenarioStore();
  const doing = useScenarios((state) => state.doing);
  const defaultLanguage = useEditor(({ flow }) => flow.defaultLanguage);
  const [changing, setChanging] = useState<'name' | 'removal' | null>(null);
  const tryout = scenarioToTryout(listed.scenario, defaultLanguage);
  const open = (): void => {
    if (tryout) store.getState().open(tryout);
    onTalk();
  };
  if (changing === 'name') return <Renaming listed={listed} onDone={() => setChanging(null)} />;
  return (
    <div className="flex flex-wrap gap-1.5">
      {tryout ? <Button onClick={open}>{texts.open}</Button> : null}
      <Button
        isBusy={doing?.type === 'compare'}
        disabled={doing !== null}
        onClick={() => void scenarios.getState().compare(listed.id, listed.scenario)}
      >
        {texts.languages}
      </Button>
      {listed.origin === 'recorded' ? (
        <>
          <Button look="bare" onClick={() => setChanging('name')}>
            {texts.rename}
          </Button>
          {changing === 'removal' ? (
            <Removal id={listed.id} />
          ) : (
            <Button look="bare" onClick={() => setChanging('removal')}>
              {texts.remove}
            </Button>
          )}
        </>
      ) : null}
    </div>
  );
}

function Renaming({ listed, onDone }: { readonly listed: ListedScenario; readonly onDone: () => void }): ReactElement {
  const [name, setName] = useState(listed.name);
  const trpc = useTRPC();
  const refresh = useRefresh();
  const rename = useMutation(
    trpc.scenarios.rename.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onDone();
      },
    }),
  );
  return (
    <form
      className="flex flex-wrap items-end gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate({ id: listed.id, name });
      }}
    >
      <TextField
        label={texts.newName}
        value={name}
        required
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        className="flex-1"
      />
      <Button type="submit" isBusy={rename.isPending}>
        {texts.rename}
      </Button>
      <Button look="bare" onClick={onDone}>
        {words.editor.try.cancel}
      </Button>
      {rename.error ? (
        <p role="alert" className="w-full text-xs text-danger">
          {problemOf(rename.error)}
        </p>
      ) : null}
    </form>
  );
}

function Removal({ id }: { readonly id: string }): ReactElement {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const remove = useMutation(trpc.scenarios.remove.mutationOptions({ onSuccess: refresh }));
  return (
    <Button isBusy={remove.isPending} onClick={() => remove.mutate({ id })} className="text-danger">
      {texts.confirmRemove}
    </Button>
  );
}

function useRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.scenarios.list.pathFilter());
}
