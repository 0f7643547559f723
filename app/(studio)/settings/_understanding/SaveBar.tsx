import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { UnderstandingFormState } from './use-understanding-form';

const texts = words.settings;

/** A form whose changes are saved together. */
export type Saving = Pick<
  UnderstandingFormState,
  'isChanged' | 'isDefault' | 'isSaving' | 'isSaved' | 'problem' | 'discard' | 'reset'
>;

/** How saving stands, always in sight, with what can be done about it. */
export function SaveBar({ form }: { readonly form: Saving }): ReactElement {
  const { isChanged, isDefault, isSaving, problem } = form;
  return (
    <div className="sticky bottom-0 -mx-5 flex flex-wrap items-center gap-x-2 gap-y-2 border-t border-line bg-paper px-5 py-3 md:-mx-12 md:px-12">
      <div className="min-w-0 flex-1 basis-64 text-sm">
        <p aria-live="polite" className="flex items-center gap-1.5 text-ink-soft">
          <State form={form} />
        </p>
        {problem === null ? null : (
          <p role="alert" className="text-danger wrap-anywhere">
            {texts.notSaved} {problem}
          </p>
        )}
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

function State({ form: { isSaving, isSaved, isChanged, problem } }: { readonly form: Saving }) {
  if (isSaving) return texts.saving;
  if (problem !== null) return null;
  if (isChanged) return texts.unsaved;
  if (!isSaved) return null;
  return (
    <>
      <Check aria-hidden className="size-4 text-accent" />
      {texts.saved}
    </>
  );
}
