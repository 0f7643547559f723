import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { TemplateText, TemplateView } from '../../template-types';
import { Submitting } from './Submitting';
import type { TemplateTextState } from './use-template-text';

const texts = words.templates;

type Props = { readonly view: TemplateView; readonly text: TemplateText; readonly state: TemplateTextState };

/** How saving stands, always in sight, and the way to the review. */
export function SaveBar({ view, text, state }: Props): ReactElement {
  const { isChanged, isSaving, isSaved, problem } = state;
  return (
    <div className="sticky bottom-0 z-10 -mx-5 flex flex-wrap items-center gap-2 border-t border-line bg-paper px-5 py-3 md:mx-0 md:px-0">
      <div className="min-w-0 flex-1 basis-48 text-sm">
        <p aria-live="polite" className="flex items-center gap-1.5 text-ink-soft">
          {isSaving ? texts.saving : isChanged && problem === null ? texts.unsaved : null}
          {isSaved ? (
            <>
              <Check aria-hidden className="size-4 text-accent" />
              {texts.saved}
            </>
          ) : null}
        </p>
        {problem === null ? null : (
          <p role="alert" className="text-danger wrap-anywhere">
            {texts.notSaved} {problem}
          </p>
        )}
      </div>
      {isChanged ? (
        <Button onClick={state.discard} disabled={isSaving}>
          {texts.discard}
        </Button>
      ) : null}
      <Button onClick={state.save} isBusy={isSaving} disabled={!isChanged}>
        {texts.save}
      </Button>
      <Submitting view={view} text={text} state={state} />
    </div>
  );
}
