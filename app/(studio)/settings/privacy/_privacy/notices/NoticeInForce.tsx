import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import type { NoticeUse } from '../privacy-types';

const texts = words.privacy.notices;

/** What a published flow tells customers now, in all its languages. */
export function NoticeInForce({ use }: { readonly use: NoticeUse }): ReactElement {
  const { purpose, noticeVersion, flowId, flowName, flowVersion, told } = use;
  if (told === null) return <p className="mt-1 text-sm text-danger">{texts.toldNothing(flowName, flowVersion)}</p>;
  return (
    <div className="mt-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <Badge tone="accent">{texts.inForce(noticeVersion)}</Badge>
        <span className="min-w-0 text-ink-soft wrap-anywhere">{texts.told(flowName, flowVersion, told.stateName)}</span>
        <Link
          href={`/flows/${flowId}?state=${told.stateId}`}
          aria-label={texts.editName(flowName, purpose)}
          className="rounded font-medium text-accent hover:underline"
        >
          {texts.edit}
        </Link>
      </div>
      <ul className="hairlines mt-2 border-y border-line">
        {Object.entries(told.texts).map(([language, text]) => (
          <li key={language} className="py-3">
            <p className="text-sm font-medium">{languageName(language)}</p>
            <p lang={language} className="mt-1 text-sm whitespace-pre-line wrap-anywhere">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
