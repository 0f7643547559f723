import type { inferRouterOutputs } from '@trpc/server';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { ApiRouter } from '@/server/api';
import { writeTime } from '../../../../../_time/write-time';
import { CodedText } from '../CodedText';

const texts = words.editor.versions.publishing.whatIf;

type WhatIf = inferRouterOutputs<ApiRouter>['live']['whatIf'];
type Other = WhatIf['other'][number];
type Way = Other['firstDifference']['was'];

/** How many conversations would have gone as they went, and where the others would have parted. */
export function WhatIfResult({ result }: { readonly result: WhatIf }): ReactElement {
  const { played, same, other, broken, skipped, isTimeUp } = result;
  if (played + skipped === 0) return <p role="status">{texts.none}</p>;
  const otherWay = other.filter(({ wayDiffers }) => wayDiffers);
  const sentences = [
    texts.played(played),
    texts.same(same),
    ...(otherWay.length > 0 ? [texts.otherWay(otherWay.length)] : []),
    ...(other.length > otherWay.length ? [texts.otherWords(other.length - otherWay.length)] : []),
    ...(broken.length > 0 ? [texts.broken(broken.length)] : []),
    ...(skipped > 0 ? [texts.skipped(skipped)] : []),
    ...(isTimeUp ? [texts.timeUp] : []),
  ];
  return (
    <div className="w-full min-w-0">
      <p role="status">{sentences.join(' ')}</p>
      {other.length > 0 ? (
        <ul
          aria-label={texts.otherList}
          className="mt-2 max-h-72 overflow-y-auto rounded-lg border border-line hairlines"
        >
          {other.map((conversation) => (
            <OtherConversation key={conversation.sessionId} conversation={conversation} />
          ))}
        </ul>
      ) : null}
      {broken.length > 0 ? (
        <ul
          aria-label={texts.brokenList}
          className="mt-2 max-h-48 overflow-y-auto rounded-lg border border-line hairlines"
        >
          {broken.map(({ sessionId, contactName, at, reason }) => (
            <li key={sessionId} className="px-3 py-2">
              <Who name={contactName} at={at} />
              <p className="text-ink-soft wrap-anywhere">
                <CodedText text={reason} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function OtherConversation({ conversation }: { readonly conversation: Other }): ReactElement {
  const { contactName, at, firstDifference } = conversation;
  const { seq, heard, was, is } = firstDifference;
  return (
    <li className="px-3 py-2">
      <Who name={contactName} at={at} />
      <p className="text-ink-soft wrap-anywhere">
        {texts.turn(seq)}
        {heard.length > 0 ? (
          <>
            : <q dir="auto">{heard.join(' ')}</q>
          </>
        ) : null}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <Side term={texts.was} way={was} />
        <Side term={texts.is} way={is} />
      </dl>
    </li>
  );
}

function Who({ name, at }: { readonly name: string | null; readonly at: string }): ReactElement {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium wrap-anywhere">{name ?? texts.nameless}</span>
      <span className="text-xs text-ink-soft">{writeTime(at)}</span>
    </p>
  );
}

function Side({ term, way }: { readonly term: string; readonly way: Way }): ReactElement {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">
        <CodedText text={texts.way(`\`${way.state}\``)} />
        <span dir="auto" className="line-clamp-3 text-ink-soft">
          {way.said.join(' ') || texts.silence}
        </span>
      </dd>
    </>
  );
}
