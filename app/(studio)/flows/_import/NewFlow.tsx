'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.editor.import;

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Asks for a name, makes an empty flow of it, and opens that. */
export function NewFlow({ isOpen, onClose }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [name, setName] = useState('');
  const making = useMutation(
    trpc.drafts.createEmpty.mutationOptions({
      onSuccess: async ({ flowId }) => {
        await queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() });
        router.push(`/flows/${flowId}`);
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate({ name });
  };
  return (
    <Sheet
      title={texts.newFlow}
      description={texts.newFlowBody}
      closeLabel={texts.close}
      isOpen={isOpen}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <TextField
          label={texts.name}
          value={name}
          required
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
        {making.isError ? (
          <p role="alert" className="text-sm text-danger">
            {problemOf(making.error)}
          </p>
        ) : null}
        <Button
          type="submit"
          look="primary"
          isBusy={making.isPending || making.isSuccess}
          disabled={name.trim() === ''}
          className="self-end"
        >
          {texts.make}
        </Button>
      </form>
    </Sheet>
  );
}
