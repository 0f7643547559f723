import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { setShare, splitEvenly, type Variants } from './edit-variants';

const texts = words.campaigns.draft.message;

type Props = { readonly variants: Variants; readonly onChange: (variants: Variants) => void };

/** How the people are split among the variants. */
export function Shares({ variants, onChange }: Props): ReactElement | null {
  if (variants.length < 2) return null;
  const sum = variants.reduce((total, { share }) => total + share, 0);
  const set = (id: string, typed: string): void => {
    const share = Math.trunc(Number(typed));
    if (share >= 1 && share <= 100) onChange(setShare(variants, id, share));
  };
  return (
    <fieldset className="rounded-2xl border border-line bg-surface px-4 py-3 shadow-card">
      <legend className="sr-only">{texts.shares}</legend>
      <p className="text-sm font-semibold">{texts.shares}</p>
      <div className="mt-2 flex flex-wrap items-end gap-x-4">
        {variants.map(({ id, share }) => (
          <NumberField
            key={id}
            label={texts.share(id)}
            value={String(share)}
            min={1}
            max={100}
            step={1}
            onChange={(typed) => set(id, typed)}
            className="w-28"
          />
        ))}
        <Button className="mb-6" onClick={() => onChange(splitEvenly(variants))}>
          {texts.evenly}
        </Button>
      </div>
      {sum === 100 ? null : <p className="text-sm text-danger">{texts.sharesSum(sum)}</p>}
    </fieldset>
  );
}
