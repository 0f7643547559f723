import { CircleCheck, Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { useMe } from '../../_me/use-me';
import { sayCode } from '../../_reading/say-code';
import { useOpenList } from '../_list/open-list';
import type { QuestionGroup } from '../analytics-types';

const texts = words.analytics.questions;

/** Questions that found no answer, by their words; each leads to where the flow could answer it. */
export function Unanswered({ groups }: { readonly groups: readonly QuestionGroup[] }): ReactElement {
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered" className="text-base font-semibold">
        {texts.unanswered}
      </h2>
      <p className="text-sm text-ink-soft">{texts.unansweredBody}</p>
      {groups.length === 0 ? (
        <Notice icon={CircleCheck} title={texts.noneTitle}>
          {texts.noneBody}
        </Notice>
      ) : (
        <ul aria-labelledby="unanswered" className="hairlines mt-3 border-y border-line">
          {groups.map((group) => (
            <Group key={`${group.intent}:${group.wording}`} group={group} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Group({ group }: { readonly group: QuestionGroup }): ReactElement {
  const { role } = useMe();
  const open = useOpenList();
  const { intent, wording, count, stateId } = group;
  const times = texts.times(writeCount(count));
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5">
      <div className="min-w-0 flex-1 basis-64">
        <Examples group={group} />
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-soft">
          <Badge>{sayCode(intent)}</Badge>
          {stateId ? texts.at(sayCode(stateId)) : null}
        </p>
      </div>
      <div className="flex items-center gap-3">
        <button
          type="button"
          onClick={() => open({ list: 'unanswered', key: intent, wording, title: texts.unanswered })}
          className="text-sm font-semibold tabular-nums underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent"
        >
          {times}
        </button>
        {role === 'owner' ? (
          <Link href={editorOf(group)} className={buttonClass('quiet')}>
            <Plus aria-hidden className="size-4" />
            {texts.add}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

/** The flow with the question to be answered beside it; where its words are gone, at the state where it was asked. */
function editorOf({ flowId, stateId, examples }: QuestionGroup): Route<`/flows/${string}`> {
  const [first] = examples;
  return first ? `/flows/${flowId}?question=${first.turnId}` : `/flows/${flowId}?state=${stateId ?? ''}`;
}

/** How some of them put it, the same words once. */
function Examples({ group: { examples } }: { readonly group: QuestionGroup }): ReactElement {
  const { role } = useMe();
  if (examples.length === 0) {
    return <p className="text-sm text-ink-faint">{role === 'viewer' ? texts.hidden : texts.gone}</p>;
  }
  const shown = [...new Map(examples.map((example) => [example.text, example])).values()];
  return (
    <>
      {shown.map(({ text, language }) => (
        <blockquote key={text} lang={language} className="line-clamp-3 wrap-anywhere">
          {text}
        </blockquote>
      ))}
    </>
  );
}
