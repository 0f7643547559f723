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
import { NoticeInForce } from './NoticeInForce';
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
        <NoticeList notices={reading.data.notices} uses={reading.data.uses} onAddVersion={setStart} />
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

type ListProps = {
  readonly notices: readonly Notice[];
  readonly uses: readonly NoticeUse[];
  readonly onAddVersion: (start: NoticeStart) => void;
};

function NoticeList({ notices, uses, onAddVersion }: ListProps): ReactElement {
  const purposes = groupNotices(notices, uses);
  if (purposes.length === 0) return <p className="text-sm text-ink-soft">{texts.empty}</p>;
  return (
    <div className="flex flex-col gap-6">
      {purposes.map(({ purpose, inForce, lines }) => (
        <section key={purpose} aria-label={purpose}>
          <h3 className="font-mono text-sm font-semibold">{purpose}</h3>
          {inForce.map((use) => (
            <NoticeInForce key={`${use.flowId} ${use.noticeVersion}`} use={use} />
          ))}
          {lines.length === 0 ? null : (
            <>
              <h4 className="mt-3 text-xs font-medium text-ink-soft">{texts.written}</h4>
              <ul className="hairlines mt-1 border-y border-line">
                {lines.map((line) => (
                  <NoticeView key={line.newest.language} line={line} onAddVersion={onAddVersion} />
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </div>
  );
}
