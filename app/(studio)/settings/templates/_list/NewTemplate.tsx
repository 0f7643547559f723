import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { NameField } from '../_standing/NameField';

const texts = words.templates;

const categories = (['UTILITY', 'MARKETING'] as const).map((value) => ({
  value,
  label: texts.categories[value],
  body: texts.categoryBodies[value],
}));

/** Asks for a name and a category, begins a template, and opens it. */
export function NewTemplate(): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [category, setCategory] = useState<'UTILITY' | 'MARKETING'>('UTILITY');
  const making = useMutation(
    trpc.templates.create.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.templates.pathKey() });
        router.push(`/settings/templates/${name}`);
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate({ name, category });
  };
  return (
    <>
      <Button look="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden className="size-4" />
        {texts.create}
      </Button>
      <Sheet
        title={texts.create}
        description={texts.createBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
          <NameField value={name} onChange={setName} />
          <RadioGroup label={texts.category} options={categories} value={category} onChange={setCategory} />
          {making.error ? (
            <p role="alert" className="text-sm text-danger">
              {problemOf(making.error)}
            </p>
          ) : null}
          <Button type="submit" look="primary" isBusy={making.isPending} disabled={name === ''} className="self-end">
            {texts.make}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
