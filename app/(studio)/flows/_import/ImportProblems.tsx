import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { FlowIssue, IssuePlace } from '@/flows/schema/flow-issue';
import { languageName } from '@/flows/schema/language-name';

const texts = words.editor.import;

type Props = { readonly file: string; readonly issues: readonly FlowIssue[] };

/** Why a file was not taken in: each place with what is wrong there and what to do. Announced at once. */
export function ImportProblems({ file, issues }: Props): ReactElement {
  return (
    <div role="alert" className="flex flex-col gap-2">
      <p className="text-sm font-semibold text-danger wrap-anywhere">{texts.problems(file, issues.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section aria-label={texts.reason} tabIndex={0} className="max-h-72 overflow-auto rounded-xl border border-line">
        <table className="w-full text-left text-sm">
          <thead className="bg-sunken text-xs text-ink-soft">
            <tr>
              <th scope="col" className="px-3 py-1.5 font-medium">
                {texts.place}
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                {texts.reason}
              </th>
            </tr>
          </thead>
          <tbody className="hairlines">
            {issues.map((issue, index) => (
              // Two issues may be the same in every word.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
              <tr key={index} className="align-top">
                <td className="px-3 py-2 font-mono text-xs wrap-anywhere">{placeInWords(issue.place)}</td>
                <td className="px-3 py-2 wrap-anywhere">
                  {issue.message} <span className="text-ink-soft">{issue.fix}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function placeInWords({ state, transition, rule, path, language }: IssuePlace): string {
  const parts = [
    ...(state === undefined ? [] : [texts.state(state)]),
    ...(transition === undefined ? [] : [texts.transition(transition)]),
    ...(rule === undefined ? [] : [texts.rule(rule)]),
    ...(path === undefined ? [] : [path]),
    ...(language === undefined ? [] : [languageName(language)]),
  ];
  return parts.length === 0 ? texts.whole : parts.join(', ');
}
