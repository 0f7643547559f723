import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { LONGEST_NAME } from '../_acts/use-duplicating';

const texts = words.campaigns;

const channels = (['whatsapp', 'simulator'] as const).map((value) => ({ value, ...texts.channels[value] }));

/** Asks for a name and who is written to, begins a campaign, and opens it. */
export function NewCampaign(): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [channel, setChannel] = useState<'whatsapp' | 'simulator'>('whatsapp');
  const making = useMutation(
    trpc.campaigns.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries({ queryKey: trpc.campaigns.list.queryKey() });
        router.push(`/campaigns/${id}`);
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate({ name: name.trim(), channel });
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
          <TextField
            label={texts.name}
            value={name}
            required
            maxLength={LONGEST_NAME}
            autoComplete="off"
            placeholder={texts.namePlaceholder}
            onChange={(event) => setName(event.target.value)}
          />
          <RadioGroup label={texts.channel} options={channels} value={channel} onChange={setChannel} />
          {making.error ? (
            <p role="alert" className="text-sm text-danger">
              {problemOf(making.error)}
            </p>
          ) : null}
          <Button
            type="submit"
            look="primary"
            isBusy={making.isPending}
            disabled={name.trim() === ''}
            className="self-end"
          >
            {texts.make}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
