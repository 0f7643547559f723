'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { textsSaid } from '../change-tryout';
import { nameIn } from '../state-of';
import { useTryStore } from '../try-context';
import { tryoutToScenario } from '../tryout-to-scenario';

const texts = words.editor.try.recordSheet;
const LONGEST_QUOTE = 60;

/** Keeps the conversation as a scenario of the flow, under a name that says what it is about. */
export function RecordSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { tryout, played } = useTryStore().getState();
  const [name, setName] = useState(() => {
    const [first = ''] = textsSaid(tryout);
    const state = nameIn(played?.flow, played?.play.turns.at(-1)?.state ?? '');
    return texts.suggested(shortened(first), state);
  });
  const scenario = played ? tryoutToScenario(played.flow, tryout, played.play, name.trim() || texts.title) : null;
  const save = useMutation(
    trpc.scenarios.save.mutationOptions({
      onSuccess: async (saved) => {
        onClose();
        toast(texts.saved(saved.name));
        await queryClient.invalidateQueries(trpc.scenarios.list.pathFilter());
      },
    }),
  );
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={onClose}>
      <form
        className="flex flex-col gap-3.5 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (scenario) save.mutate({ flowId: scenario.flow, scenario: { ...scenario, steps: [...scenario.steps] } });
        }}
      >
        <TextField
          label={texts.name}
          value={name}
          maxLength={200}
          required
          onChange={(event) => setName(event.target.value)}
        />
        <p className="text-sm text-ink-soft">{scenario ? texts.steps(scenario.steps.length) : texts.nothing}</p>
        {save.error ? (
          <p role="alert" className="text-sm text-danger">
            {problemOf(save.error)}
          </p>
        ) : null}
        <Button type="submit" look="primary" isBusy={save.isPending} disabled={scenario === null}>
          {texts.save}
        </Button>
      </form>
    </Sheet>
  );
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}
