import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { CampaignView } from '../campaign-types';
import { useDuplicating } from './use-duplicating';

const texts = words.campaigns;

type Props = { readonly campaign: Pick<CampaignView, 'id' | 'name' | 'status'> };

/** What can be done with a campaign as a whole: copy it; remove what was never launched. */
export function CampaignActs({ campaign }: Props): ReactElement {
  const duplicating = useDuplicating();
  return (
    <div className="flex flex-wrap items-center gap-1">
      <IconButton
        icon={Copy}
        label={texts.duplicate}
        disabled={duplicating.isPending}
        onClick={() => duplicating.mutate(campaign.id)}
      />
      {campaign.status === 'draft' ? <Removing campaign={campaign} /> : null}
      {duplicating.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(duplicating.error)}
        </p>
      ) : null}
    </div>
  );
}

function Removing({ campaign: { id, name } }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const removing = useMutation(
    trpc.campaigns.remove.mutationOptions({
      onSuccess: async () => {
        // This page would ask for what is gone.
        await queries.invalidateQueries({ queryKey: trpc.campaigns.list.queryKey() });
        router.push('/campaigns');
      },
    }),
  );
  return (
    <>
      <IconButton icon={Trash2} label={texts.remove} onClick={() => setIsOpen(true)} />
      <Sheet
        title={texts.removeTitle(name)}
        description={texts.removeBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <div className="flex flex-col gap-3 pt-2">
          {removing.error ? (
            <p role="alert" className="text-sm text-danger">
              {problemOf(removing.error)}
            </p>
          ) : null}
          <Button isBusy={removing.isPending} onClick={() => removing.mutate({ id })} className="self-end text-danger">
            {texts.remove}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
