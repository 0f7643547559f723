import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { TemplateView } from '../../template-types';
import { forgetEdits } from './edits-store';

const texts = words.templates;

type Props = { readonly view: TemplateView /** Null for all of them. */; readonly language: string | null };

/** Removes a template, or one language of it, once its name was typed. */
export function Removing({ view: { name }, language }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [confirm, setConfirm] = useState('');
  const removing = useMutation(
    trpc.templates.remove.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.ok) return;
        setIsOpen(false);
        forgetEdits(name, language);
        if (language !== null) return queries.invalidateQueries({ queryKey: trpc.templates.pathKey() });
        // This page would ask for what is gone.
        await queries.invalidateQueries({ queryKey: trpc.templates.list.queryKey() });
        router.push('/settings/templates');
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    removing.mutate({ name, language, confirm });
  };
  const answer = removing.data;
  const refusal = removing.error ? problemOf(removing.error) : answer && !answer.ok ? answer.detail : null;
  const label = language === null ? texts.removeTemplate : texts.removeLanguage(languageName(language));
  return (
    <>
      <Button look={language === null ? 'quiet' : 'bare'} onClick={() => setIsOpen(true)} className="self-start">
        <Trash2 aria-hidden className="size-4" />
        {label}
      </Button>
      <Sheet
        title={language === null ? texts.removeTitle : texts.removeLanguageTitle(languageName(language))}
        description={language === null ? texts.removeBody : texts.removeLanguageBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
          <TextField
            label={texts.confirmName(name)}
            value={confirm}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setConfirm(event.target.value)}
          />
          {refusal === null ? null : (
            <p role="alert" className="text-sm text-danger wrap-anywhere">
              {refusal}
            </p>
          )}
          <Button
            type="submit"
            isBusy={removing.isPending}
            disabled={confirm !== name}
            className="self-end text-danger"
          >
            {texts.remove}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
