'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { readAgain } from '../../../../_trpc/read-again';
import { useTRPC } from '../../../../_trpc/trpc';

const texts = words.privacy.notices;
const LONGEST_TEXT = 4_000; // as long as the server takes it

/** What a new version begins with. */
export type NoticeStart = Readonly<{ purpose: string; language: string; text: string }>;

type Props = { readonly start: NoticeStart; readonly onClose: () => void };

/** Writes the next version of a notice. */
export function NoticeSheet({ start, onClose }: Props): ReactElement {
  const [purpose, setPurpose] = useState(start.purpose);
  const [language, setLanguage] = useState(start.language);
  const [text, setText] = useState(start.text);
  const saving = useSaving(onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ purpose: purpose.trim(), language, text: text.trim() });
  };
  return (
    <Sheet title={texts.sheetTitle} description={texts.sheetBody} closeLabel={words.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-2">
        <div className="flex flex-col gap-1">
          <TextField
            label={texts.purpose}
            value={purpose}
            required
            autoCapitalize="none"
            readOnly={start.purpose !== ''}
            onChange={(event) => setPurpose(event.target.value)}
          />
          <p className="text-xs text-ink-faint">{texts.purposeHint}</p>
        </div>
        <Select label={texts.language} value={language} options={languageChoices} onChange={setLanguage} />
        <NoticeText value={text} language={language} onChange={setText} />
        {saving.error ? (
          <p role="alert" className="text-sm text-danger wrap-anywhere">
            {texts.notSaved} {problemOf(saving.error)}
          </p>
        ) : null}
        <Button type="submit" look="primary" isBusy={saving.isPending} className="self-end">
          {texts.save}
        </Button>
      </form>
    </Sheet>
  );
}

const languageChoices = Object.keys(words.languages).map((value) => ({ value, label: languageName(value) }));

function useSaving(onSaved: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.privacy.saveNotice.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.privacy.notices.queryKey());
        onSaved();
      },
    }),
  );
}

type TextProps = { readonly value: string; readonly language: string; readonly onChange: (text: string) => void };

function NoticeText({ value, language, onChange }: TextProps): ReactElement {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {texts.text}
      </label>
      <textarea
        id={id}
        value={value}
        lang={language}
        required
        rows={6}
        maxLength={LONGEST_TEXT}
        onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
      />
    </div>
  );
}
