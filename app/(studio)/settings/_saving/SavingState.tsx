import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

const texts = words.settings;

/** How saving a form stands. */
export type SavingProgress = {
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  /** What the server says against it; null: nothing. */
  readonly problem: string | null;
};

type Props = {
  readonly progress: SavingProgress;
  /** What is said once it is saved. */
  readonly saved: string;
};

/** Says how saving stands, also to who does not see it change. */
export function SavingState({ progress: { isChanged, isSaving, isSaved, problem }, saved }: Props): ReactElement {
  return (
    <>
      <p aria-live="polite" className="flex items-center gap-1.5 text-ink-soft">
        {isSaving ? texts.saving : null}
        {isChanged && !isSaving && problem === null ? texts.unsaved : null}
        {isSaved && !isChanged && !isSaving && problem === null ? (
          <>
            <Check aria-hidden className="size-4 text-accent" />
            {saved}
          </>
        ) : null}
      </p>
      {problem === null ? null : (
        <p role="alert" className="text-danger wrap-anywhere">
          {texts.notSaved} {problem}
        </p>
      )}
    </>
  );
}
