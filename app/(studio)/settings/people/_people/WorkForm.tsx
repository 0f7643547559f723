'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { NumberField } from '@/app/_ui/NumberField';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { LanguageToggles } from '../../../_language/LanguageToggles';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Person } from './people-types';

const texts = words.people.changing;
const MOST_OPEN = 500; // as many as the server takes

/** What conversations somebody is given, and how many. */
export function WorkForm({ person }: { readonly person: Person }): ReactElement {
  const [languages, setLanguages] = useState(person.languages);
  const [skills, setSkills] = useState(person.skills.join(', '));
  const [mostOpen, setMostOpen] = useState(String(person.mostOpen));
  const [mayExport, setMayExport] = useState(person.mayExport);
  const saving = useSaving();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const userId = person.id;
    const named = skills.split(',').flatMap((skill) => skill.trim() || []);
    saving.mutate({ userId, languages: [...languages], skills: named, mostOpen: Number(mostOpen), mayExport });
  };
  return (
    <form onSubmit={submit} onChange={() => saving.reset()} className="flex flex-col gap-4">
      <LanguageToggles label={words.people.languagesLabel} languages={languages} onChange={setLanguages} />
      <div className="flex flex-col gap-1">
        <TextField label={texts.skills} value={skills} onChange={(event) => setSkills(event.target.value)} />
        <p className="text-xs text-ink-faint">{texts.skillsHint}</p>
      </div>
      <NumberField label={texts.mostOpen} value={mostOpen} min={1} max={MOST_OPEN} step={1} onChange={setMostOpen} />
      {person.role === 'owner' ? null : (
        <Checkbox label={texts.mayExport} body={texts.mayExportBody} isChecked={mayExport} onChange={setMayExport} />
      )}
      <div className="flex flex-wrap items-center justify-end gap-3">
        {saving.error ? (
          <p role="alert" className="text-sm text-danger wrap-anywhere">
            {texts.notSaved} {problemOf(saving.error)}
          </p>
        ) : null}
        <p role="status" className="text-sm text-ink-soft">
          {saving.isSuccess ? texts.saved : ''}
        </p>
        <Button type="submit" look="primary" isBusy={saving.isPending}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

function useSaving() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.people.update.mutationOptions({ onSuccess: () => readAgain(queries, trpc.people.list.queryKey()) }),
  );
}
