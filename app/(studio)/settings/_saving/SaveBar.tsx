import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { type SavingProgress, SavingState } from './SavingState';

const texts = words.settings;

/** A form whose changes are saved together. */
type Saving = SavingProgress & {
  readonly isDefault: boolean;
  readonly discard: () => void;
  readonly reset: () => void;
};

/** How saving stands, always in sight, with what can be done about it. */
export function SaveBar({ form }: { readonly form: Saving }): ReactElement {
  const { isChanged, isDefault, isSaving } = form;
  return (
    <div className="sticky bottom-0 -mx-5 flex flex-wrap items-center gap-x-2 gap-y-2 border-t border-line bg-paper px-5 py-3 md:-mx-12 md:px-12">
      <div className="min-w-0 flex-1 basis-64 text-sm">
        <SavingState progress={form} saved={texts.saved} />
      </div>
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        <Button look="bare" onClick={form.reset} disabled={isDefault || isSaving}>
          {texts.reset}
        </Button>
        {isChanged ? (
          <Button onClick={form.discard} disabled={isSaving}>
            {texts.discard}
          </Button>
        ) : null}
        <Button type="submit" look="primary" isBusy={isSaving} disabled={!isChanged}>
          {texts.save}
        </Button>
      </div>
    </div>
  );
}
