'use client';

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { words } from '@/app/_words/en';
import type { DocumentDesk, Outcome } from './document-desk';
import type { DocumentProblem } from './lint-document';

const texts = words.editor.document;
const SHOWN_PROBLEMS = 20;

/** What the person should know beside the text: problems by line, a draft that moved on, what came of taking over. */
export function DocumentNews({ desk }: { readonly desk: DocumentDesk }): ReactElement {
  const { problems, hasDraftMoved, isKept, outcome } = useStore(desk.state);
  return (
    <>
      {hasDraftMoved ? <Remark>{texts.draftMoved}</Remark> : null}
      {isKept ? null : <Remark>{texts.notKept}</Remark>}
      <div role="status">{outcome === null ? null : <Told outcome={outcome} />}</div>
      {problems.length > 0 ? <Problems problems={problems} onChoose={(problem) => desk.goTo(problem)} /> : null}
    </>
  );
}

function Remark({ children }: { readonly children: string }): ReactElement {
  return (
    <p role="status" className="border-b border-line bg-mark-soft px-4 py-1.5 text-sm text-mark-ink">
      {children}
    </p>
  );
}

function Told({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const clashes = outcome.type === 'taken' ? outcome.clashes : [];
  const sentence = outcome.type === 'nothing' ? texts.nothingToTake : texts.taken;
  return (
    <div className="max-h-40 overflow-y-auto border-b border-line bg-accent-soft px-4 py-1.5 text-sm text-accent-strong">
      <p>{clashes.length > 0 ? texts.takenWithClashes(clashes.length) : sentence}</p>
      {clashes.length > 0 ? (
        <ul className="ml-5 list-disc">
          {clashes.map(({ message, path }) => (
            <li key={`${path.join('.')} ${message}`} className="wrap-anywhere">
              {message}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type ProblemsProps = {
  readonly problems: readonly DocumentProblem[];
  readonly onChoose: (problem: DocumentProblem) => void;
};

function Problems({ problems, onChoose }: ProblemsProps): ReactElement {
  const rest = problems.length - SHOWN_PROBLEMS;
  return (
    <section aria-label={texts.problems} className="max-h-40 overflow-y-auto border-b border-line bg-danger-soft py-1">
      <ul>
        {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
          <li key={`${problem.from} ${problem.message}`}>
            <button
              type="button"
              onClick={() => onChoose(problem)}
              className="flex w-full gap-3 px-4 py-1 text-left text-sm hover:bg-sunken"
            >
              <span className="shrink-0 font-semibold text-danger tabular-nums">{texts.line(problem.line)}</span>
              <span className="min-w-0 wrap-anywhere">
                {problem.message} <span className="text-ink-soft">{problem.fix}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="px-4 py-1 text-sm text-ink-soft">{texts.andMore(rest)}</p> : null}
    </section>
  );
}
