import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { NameField } from '../../_standing/NameField';

const texts = words.templates;

/** Copies a template under another name, and opens the copy. */
export function Duplicating({ name }: { readonly name: string }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [as, setAs] = useState(`${name}_2`);
  const copying = useMutation(
    trpc.templates.duplicate.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.templates.pathKey() });
        router.push(`/settings/templates/${as}`);
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    copying.mutate({ name, as });
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Copy aria-hidden className="size-4" />
        {texts.copy}
      </Button>
      <Sheet
        title={texts.copyTitle}
        description={texts.copyBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
          <NameField value={as} onChange={setAs} />
          {copying.error ? (
            <p role="alert" className="text-sm text-danger">
              {problemOf(copying.error)}
            </p>
          ) : null}
          <Button type="submit" look="primary" isBusy={copying.isPending} disabled={as === ''} className="self-end">
            {texts.copy}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
