'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useMe } from '../../_me/use-me';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.leads.views;
/** As long as the server takes it. */
const LONGEST_NAME = 60;

type Props = { readonly query: string; readonly onClose: () => void };

/** Keeps what is looked at under a name. */
export function SaveView({ query, onClose }: Props): ReactElement {
  const { role } = useMe();
  const [name, setName] = useState('');
  const [isShared, setIsShared] = useState(false);
  const saving = useSaving(onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') saving.mutate({ screen: 'leads', name: name.trim(), query, isShared });
  };
  return (
    <Sheet title={texts.save} description={texts.saveBody} closeLabel={words.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <TextField
          label={texts.name}
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {role === 'viewer' ? null : (
          <Checkbox label={texts.share} body={texts.shareBody} isChecked={isShared} onChange={setIsShared} />
        )}
        {saving.error === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {texts.notSaved} {problemOf(saving.error)}
          </p>
        )}
        <Button
          type="submit"
          look="primary"
          isBusy={saving.isPending}
          disabled={name.trim() === ''}
          className="self-end"
        >
          {texts.add}
        </Button>
      </form>
    </Sheet>
  );
}

function useSaving(onSaved: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.views.save.mutationOptions({
      onSuccess: async (_saved, { name }) => {
        await queries.invalidateQueries({ queryKey: trpc.views.pathKey() });
        toast(texts.saved(name));
        onSaved();
      },
    }),
  );
}
