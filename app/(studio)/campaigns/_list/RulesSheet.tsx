import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { NumberField } from '@/app/_ui/NumberField';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import type { CampaignSettings } from '@/server/campaigns/settings/campaign-settings';
import { writeCount } from '../../_figures/write-figure';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.campaigns.rules;

/** What an owner decides about all campaigns. */
export function RulesSheet(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const settings = useQuery({ ...useTRPC().campaigns.settings.queryOptions(), enabled: isOpen });
  return (
    <>
      <IconButton icon={SlidersHorizontal} label={texts.title} onClick={() => setIsOpen(true)} />
      <Sheet
        title={texts.title}
        description={texts.lead}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        {settings.data ? <RulesForm settings={settings.data} onSaved={() => setIsOpen(false)} /> : null}
        {settings.error ? (
          <p role="alert" className="text-sm text-danger">
            {problemOf(settings.error)}
          </p>
        ) : null}
      </Sheet>
    </>
  );
}

type FormProps = { readonly settings: CampaignSettings; readonly onSaved: () => void };

function RulesForm({ settings, onSaved }: FormProps): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [approvalAbove, setApprovalAbove] = useState(String(settings.approvalAbove));
  const [qualifiedFrom, setQualifiedFrom] = useState(String(settings.qualifiedFrom));
  const saving = useMutation(
    trpc.campaigns.saveSettings.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() });
        onSaved();
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ approvalAbove: Number(approvalAbove), qualifiedFrom: Number(qualifiedFrom) });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 pt-2">
      <NumberField
        label={texts.approvalAbove}
        value={approvalAbove}
        min={0}
        max={1_000_000}
        step={1}
        hint={texts.approvalHint(writeCount(Number(approvalAbove)))}
        onChange={setApprovalAbove}
      />
      <NumberField
        label={texts.qualifiedFrom}
        value={qualifiedFrom}
        min={1}
        max={100}
        step={1}
        hint={texts.qualifiedHint}
        onChange={setQualifiedFrom}
      />
      {saving.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(saving.error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" isBusy={saving.isPending} className="self-end">
        {texts.save}
      </Button>
    </form>
  );
}
