import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import type { Drafting, DraftingState } from './use-drafting';

const texts = words.editor.languages.draft;

/** What the model is drafting, and what came of it: how many, and what was refused and why. */
export function DraftingNews({ drafting }: { readonly drafting: Drafting }): ReactElement {
  return (
    <div role="status">
      {[...drafting.states].map(([language, state]) => (
        <div key={language} className="flex gap-3 border-b border-line bg-mark-soft px-4 py-2 text-sm text-mark-ink">
          <span lang={language} className="shrink-0 font-semibold">
            {languageName(language)}
          </span>
          <div className="max-h-40 min-w-0 flex-1 overflow-y-auto">
            <News state={state} />
          </div>
          {state.type === 'done' || state.type === 'failed' ? (
            <IconButton icon={X} label={texts.dismiss} onClick={() => drafting.dismiss(language)} className="size-7" />
          ) : null}
        </div>
      ))}
    </div>
  );
}

function News({ state }: { readonly state: DraftingState }): ReactElement {
  if (state.type === 'failed') return <p className="text-danger">{state.problem}</p>;
  if (state.type !== 'done') {
    return (
      <p className="flex items-center gap-2">
        <Spinner />
        {state.type === 'saving' ? texts.saving : texts.drafting(state.count)}
      </p>
    );
  }
  const { drafted, left, failure, refused } = state.drafted;
  return (
    <>
      <p>
        {failure === null ? '' : `${texts.stopped} `}
        {texts.done(drafted, left)}
        {refused.length > 0 ? ` ${texts.refused(refused.length)}` : ''}
      </p>
      {refused.length > 0 ? (
        <ul className="ml-5 list-disc">
          {refused.map(({ key, reason }) => (
            <li key={key} className="wrap-anywhere">
              <span className="font-mono text-xs">{key}</span> {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
