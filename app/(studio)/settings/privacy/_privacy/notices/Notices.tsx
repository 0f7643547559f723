'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../../_trpc/trpc';
import { PrivacyPart } from '../PrivacyPart';
import type { Notice, NoticeUse } from '../privacy-types';
import { Reading } from '../Reading';
import { groupNotices } from './group-notices';
import { NoticeSheet, type NoticeStart } from './NoticeSheet';
import { NoticeView } from './NoticeView';

const texts = words.privacy.notices;

/** What customers are told before they agree, in all its versions. */
export function Notices(): ReactElement {
  const reading = useQuery(useTRPC().privacy.notices.queryOptions());
  const [start, setStart] = useState<NoticeStart | null>(null);
  const add = (
    <Button onClick={() => setStart({ purpose: '', language: 'en', text: '' })}>
      <Plus aria-hidden className="size-4" />
      {texts.add}
    </Button>
  );
  return (
    <PrivacyPart title={texts.title} body={texts.body} action={add}>
      {reading.data ? (
        <>
          <NoticeList notices={reading.data.notices} onAddVersion={setStart} />
          <Uses uses={reading.data.uses} />
        </>
      ) : (
        <Reading
          loading={texts.loading}
          problem={texts.problem}
          error={reading.error}
          onRetry={() => void reading.refetch()}
        />
      )}
      {start === null ? null : <NoticeSheet start={start} onClose={() => setStart(null)} />}
    </PrivacyPart>
  );
}

type ListProps = { readonly notices: readonly Notice[]; readonly onAddVersion: (start: NoticeStart) => void };

function NoticeList({ notices, onAddVersion }: ListProps): ReactElement {
  if (notices.length === 0) return <p className="text-sm text-ink-soft">{texts.empty}</p>;
  return (
    <div className="flex flex-col gap-6">
      {[...groupNotices(notices)].map(([purpose, lines]) => (
        <section key={purpose} aria-label={purpose}>
          <h3 className="font-mono text-sm font-semibold">{purpose}</h3>
          <ul className="hairlines mt-2 border-y border-line">
            {lines.map((line) => (
              <NoticeView key={line.newest.language} line={line} onAddVersion={onAddVersion} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Uses({ uses }: { readonly uses: readonly NoticeUse[] }): ReactElement | null {
  if (uses.length === 0) return null;
  return (
    <div className="mt-4 text-sm text-ink-soft">
      <p className="font-medium">{texts.uses}</p>
      <ul>
        {uses.map(({ flowId, stateId, purpose, noticeVersion }) => (
          <li key={`${flowId}/${stateId}`}>
            <span className="font-mono text-xs">{purpose}</span> {texts.use(flowId, stateId, noticeVersion)}
          </li>
        ))}
      </ul>
    </div>
  );
}
