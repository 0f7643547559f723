import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { writeTime } from '../../../../_time/write-time';
import type { Notice } from '../privacy-types';
import type { NoticeLine } from './group-notices';
import type { NoticeStart } from './NoticeSheet';

const texts = words.privacy.notices;

type Props = { readonly line: NoticeLine; readonly onAddVersion: (start: NoticeStart) => void };

/** A notice in one language, with the versions before it on demand. */
export function NoticeView({ line: { newest, older }, onAddVersion }: Props): ReactElement {
  const { purpose, language, text } = newest;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-sm font-medium">{languageName(language)}</p>
        <Version notice={newest} />
        {older.length === 0 ? null : (
          <details className="mt-1 text-sm">
            <summary className="w-fit text-xs text-ink-faint">{texts.older(older.length)}</summary>
            {older.map((notice) => (
              <Version key={notice.version} notice={notice} />
            ))}
          </details>
        )}
      </div>
      <Button
        look="bare"
        aria-label={texts.addVersionName(purpose, languageName(language))}
        onClick={() => onAddVersion({ purpose, language, text })}
      >
        {texts.addVersion}
      </Button>
    </li>
  );
}

function Version({ notice }: { readonly notice: Notice }): ReactElement {
  const { version, text, language, authorName, createdAt } = notice;
  return (
    <div className="mt-1">
      <p className="text-xs text-ink-faint">
        {texts.version(version)} · {writeTime(createdAt.toISOString())}
        {authorName === null ? '' : ` ${texts.by(authorName)}`}
      </p>
      <p lang={language} className="text-sm whitespace-pre-line wrap-anywhere">
        {text}
      </p>
    </div>
  );
}
