import { type ReactElement, useId } from 'react';
import { words } from '@/app/_words/en';
import { type ClashChoice, canKeepBoth } from '@/flows/edit/conflicts';
import { TextDifference } from '../versions/TextDifference';
import type { ClashView } from './clash-view';

const texts = words.editor.conflict;

type Props = {
  readonly view: ClashView;
  readonly owner: string;
  /** Null: not decided yet. */
  readonly choice: ClashChoice | null;
  readonly onChoose: (choice: ClashChoice) => void;
};

/** One thing that both sides changed: each side against what it was before, and the choice between them. */
export function ClashCard({ view, owner, choice, onChoose }: Props): ReactElement {
  const name = useId();
  const choices: readonly ClashChoice[] = canKeepBoth(view.clash) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <li>
      <fieldset className="rounded-xl border border-line p-3">
        <legend className="sr-only">{texts.choiceOf(`${view.what}, ${owner}`)}</legend>
        <p aria-hidden className="mb-2 text-xs text-ink-soft wrap-anywhere">
          {view.what}
        </p>
        <div className="grid gap-2 sm:grid-cols-2">
          {choices.map((value) => (
            <div
              key={value}
              className="relative flex gap-2.5 rounded-lg border border-line p-2.5 last:odd:col-span-full has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                id={`${name}-${value}`}
                type="radio"
                name={name}
                checked={choice === value}
                onChange={() => onChoose(value)}
                aria-describedby={`${name}-${value}-body`}
                className="relative z-1 mt-1 size-4 shrink-0 accent-accent"
              />
              <div className="min-w-0 flex-1">
                {/* The label's own area is the whole card; the radio button stands above it. */}
                <label
                  htmlFor={`${name}-${value}`}
                  className="text-sm font-semibold after:absolute after:inset-0 after:cursor-pointer"
                >
                  {texts.choices[value]}
                </label>
                <div id={`${name}-${value}-body`} className="max-h-56 overflow-y-auto">
                  {value === 'both' ? (
                    <p className="text-sm text-ink-soft">{texts.bothBody}</p>
                  ) : (
                    <Side view={view} text={view[value]} />
                  )}
                </div>
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function Side({ view, text }: { readonly view: ClashView; readonly text: string | undefined }): ReactElement {
  if (text === undefined) return <p className="text-sm text-danger">{texts.gone}</p>;
  if (view.language !== null) return <TextDifference language={view.language} was={view.base} is={text} />;
  return <TextDifference language="en" was={view.base} is={text} className="font-mono text-xs" />;
}
