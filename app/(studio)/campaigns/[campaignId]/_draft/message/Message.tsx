import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import type { CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import type { Draft } from '../saving/use-draft';
import { Entry } from './Entry';
import { addVariant, MOST_VARIANTS, removeVariant } from './edit-variants';
import { Shares } from './Shares';
import { TestSend } from './TestSend';
import { VariantEditor } from './VariantEditor';

const texts = words.campaigns.draft.message;

/** What is said: one message, or several that share the people; and what an answer leads to. */
export function Message({ draft }: { readonly draft: Draft }): ReactElement {
  const { variants } = draft.plan;
  const [chosen, setChosen] = useState('A');
  const variant: CampaignVariant = variants.find(({ id }) => id === chosen) ?? variants[0] ?? firstVariant;
  const write = (next: CampaignVariant): void =>
    draft.change({
      variants: variants.length === 0 ? [next] : variants.map((one) => (one.id === next.id ? next : one)),
    });
  const add = (): void => {
    const more = addVariant(variants);
    draft.change({ variants: more });
    setChosen(more.at(-1)?.id ?? chosen);
  };
  return (
    <div className="flex flex-col gap-6">
      {variants.length > 1 ? (
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-48">
            <Segments
              label={texts.variants}
              segments={variants.map(({ id, share }) => ({ id, label: texts.variant(id, share) }))}
              active={variant.id}
              onChange={setChosen}
            />
          </div>
          <Button look="bare" onClick={() => draft.change({ variants: removeVariant(variants, variant.id) })}>
            {texts.removeVariant(variant.id)}
          </Button>
        </div>
      ) : null}
      <VariantEditor key={`${variant.id} ${variant.template}`} draft={draft} variant={variant} onChange={write} />
      {variants.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <TestSend draft={draft} variant={variant} />
          {variants.length < MOST_VARIANTS ? (
            <Button onClick={add}>
              <Plus aria-hidden className="size-4" />
              {variants.length === 1 ? texts.compare : texts.addVariant}
            </Button>
          ) : null}
        </div>
      )}
      <Shares variants={variants} onChange={(next) => draft.change({ variants: next })} />
      <Entry draft={draft} />
    </div>
  );
}

const firstVariant: CampaignVariant = { id: 'A', share: 100, template: '', variables: [] };
