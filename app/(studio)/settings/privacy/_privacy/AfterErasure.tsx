'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import { SavingState } from '../../_saving/SavingState';
import { PrivacyPart } from './PrivacyPart';
import type { PrivacySettings } from './privacy-types';
import { Reading } from './Reading';

const texts = words.privacy.settings;
const MOST_DAYS = 3_650; // as many as the server takes
const DAYS_OF_YEAR = 365;

/** What is kept sealed of somebody who was erased, and for how long. */
export function AfterErasure(): ReactElement {
  const reading = useQuery(useTRPC().privacy.settings.queryOptions());
  return (
    <PrivacyPart title={texts.title} body={texts.body}>
      {reading.data ? (
        <SettingsForm saved={reading.data.settings} />
      ) : (
        <Reading
          loading={texts.loading}
          problem={texts.problem}
          error={reading.error}
          onRetry={() => void reading.refetch()}
        />
      )}
    </PrivacyPart>
  );
}

type Edits = Readonly<{ days: string; sealNothing: boolean }>;

function SettingsForm({ saved }: { readonly saved: PrivacySettings }): ReactElement {
  const [edits, setEdits] = useState<Edits | null>(null);
  const saving = useSaving(() => setEdits(null));
  const { days, sealNothing } = edits ?? { days: String(saved.legalMinimumDays), sealNothing: saved.sealNothing };
  const change = (part: Partial<Edits>): void => {
    saving.reset();
    setEdits({ days, sealNothing, ...part });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ legalMinimumDays: Number(days), sealNothing });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <NumberField
        label={texts.days}
        value={days}
        min={1}
        max={MOST_DAYS}
        step={1}
        hint={Number(days) > DAYS_OF_YEAR ? texts.daysHint((Number(days) / DAYS_OF_YEAR).toFixed(1)) : undefined}
        onChange={(typed) => change({ days: typed })}
        className="max-w-72"
      />
      <Checkbox
        label={texts.sealNothing}
        body={texts.sealNothingBody}
        isChecked={sealNothing}
        onChange={(isChecked) => change({ sealNothing: isChecked })}
      />
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <Button type="submit" look="primary" isBusy={saving.isPending} disabled={edits === null}>
          {texts.save}
        </Button>
        <SavingState
          progress={{
            isChanged: edits !== null,
            isSaving: saving.isPending,
            isSaved: saving.isSuccess,
            problem: saving.error && problemOf(saving.error),
          }}
          saved={texts.saved}
        />
      </div>
    </form>
  );
}

function useSaving(onSaved: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.privacy.saveSettings.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.privacy.settings.queryKey());
        onSaved();
      },
    }),
  );
}
