'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../../_language/language-name';
import { MessageText } from '../../../../../_phone/MessageText';
import { writeTime } from '../../../../../_time/write-time';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import { SaidList } from './SaidList';

const texts = words.editor.try.said;
const DAYS = 30;
const MOST = 30;

/** What a state said last to real and simulated contacts, in any version. */
export function SaidToCustomers({ state }: { readonly state: string }): ReactElement {
  const trpc = useTRPC();
  const flowId = useEditor((editor) => editor.flowId);
  const said = useQuery(trpc.live.said.queryOptions({ flowId, state, days: DAYS, limit: MOST }));
  if (said.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (said.isError) {
    return (
      <p role="alert" className="text-sm text-danger">
        {texts.problem}: {problemOf(said.error)}
      </p>
    );
  }
  return (
    <SaidList title={texts.real} empty={said.data.length === 0 ? texts.realEmpty : null}>
      {said.data.map(({ at, text, language, contactName, channel, flowVersion, textKey, sessionId }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a state may say one text twice in a turn.
          key={`${sessionId}:${at}:${textKey}:${index}`}
          className="rounded-lg border border-line px-3 py-2 text-sm"
        >
          <p className="mb-0.5 flex flex-wrap items-center gap-x-2 text-xs text-ink-faint">
            <span className="font-medium text-ink-soft">{contactName ?? texts.unnamed}</span>
            <time dateTime={at}>{writeTime(at)}</time>
            <span lang={language}>{languageName(language)}</span>
            <Badge>{`${channel} · v${flowVersion}`}</Badge>
          </p>
          <div lang={language}>
            <MessageText text={text} />
          </div>
        </li>
      ))}
    </SaidList>
  );
}
