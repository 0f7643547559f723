import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { Draft, SavingState } from './use-draft';

const texts = words.campaigns.draft.saving;

/** Says where the changes of the draft are. */
export function SavingLabel({ state }: { readonly state: SavingState }): ReactElement {
  return (
    <p role="status" className="inline-flex items-center gap-1.5 text-sm text-ink-soft">
      <Sign type={state.type} />
      {state.type === 'refused' ? <span className="text-danger">{texts.refused(state.why)}</span> : texts[state.type]}
    </p>
  );
}

function Sign({ type }: Pick<SavingState, 'type'>): ReactElement | null {
  switch (type) {
    case 'unchanged':
      return null;
    case 'saved':
      return <Check aria-hidden className="size-4 text-accent" />;
    case 'saving':
      return <LoaderCircle aria-hidden className="size-4 animate-spin" />;
    case 'offline':
      return <CloudOff aria-hidden className="size-4 text-mark-ink" />;
    case 'conflict':
    case 'refused':
      return <TriangleAlert aria-hidden className="size-4 text-danger" />;
    default:
      return type satisfies never;
  }
}

/** Somebody else saved meanwhile: both are there until one is chosen. */
export function Conflict({ draft }: { readonly draft: Draft }): ReactElement | null {
  if (draft.state.type !== 'conflict') return null;
  return (
    <div role="alert" className="mt-4 rounded-xl border border-danger bg-danger-soft px-4 py-3">
      <p className="text-sm font-semibold text-danger">{texts.conflictTitle}</p>
      <p className="text-sm">{texts.conflictBody}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={draft.keepMine}>{texts.keepMine}</Button>
        <Button onClick={draft.takeTheirs}>{texts.takeTheirs}</Button>
      </div>
    </div>
  );
}
