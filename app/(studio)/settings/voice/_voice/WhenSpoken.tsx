import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { SpeechReading } from './voice-types';

const texts = words.voice;

const replies = [
  { value: 'whenSpokenTo', ...texts.replies.whenSpokenTo },
  { value: 'never', ...texts.replies.never },
] as const;

/** When answers are spoken; it is saved as it is chosen. */
export function WhenSpoken({ settings }: Pick<SpeechReading, 'settings'>): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(settings.reply);
  const saving = useMutation(
    trpc.speech.saveSettings.mutationOptions({
      onError: () => setChosen(settings.reply),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.speech.settings.queryKey() }),
    }),
  );
  return (
    <>
      <RadioGroup
        label={texts.reply}
        options={replies}
        value={chosen}
        onChange={(reply) => {
          setChosen(reply);
          saving.mutate({ ...settings, reply });
        }}
      />
      <p role="status" className="mt-1 min-h-5 text-sm text-ink-soft">
        {saving.isPending ? texts.saving : null}
        {saving.isSuccess ? texts.saved : null}
      </p>
      {saving.error === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notSaved} {problemOf(saving.error)}
        </p>
      )}
    </>
  );
}
