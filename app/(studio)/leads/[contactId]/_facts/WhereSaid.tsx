'use client';

import Link from 'next/link';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { MessageText } from '../../../_phone/MessageText';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import { writeValue } from '../../../_slots/write-value';
import { writeTime } from '../../../_time/write-time';
import type { Fact } from '../lead-page-types';

const texts = words.leadPage.facts;

type Props = { readonly fact: Fact; readonly contactId: string; readonly onClose: () => void };

/** The message that a fact came from, with its words marked, and every value that it had before. */
export function WhereSaid({ fact, contactId, onClose }: Props): ReactElement {
  const { slot, value, message, span, language, at, history } = fact;
  return (
    <Sheet
      title={texts.messageTitle}
      description={`${nameOfSlot(slot)}: ${writeValue(slot, value)}`}
      closeLabel={words.close}
      isOpen
      onClose={onClose}
    >
      {message === null ? (
        <p className="text-sm text-ink-soft">{texts.messageGone}</p>
      ) : (
        <blockquote
          {...(language ? { lang: language } : {})}
          className="rounded-lg bg-chat-in px-3 py-2 text-sm text-chat-ink shadow-card"
        >
          <MessageText text={message} span={span} />
        </blockquote>
      )}
      {at === null ? null : <p className="mt-1 text-xs text-ink-faint">{writeTime(at)}</p>}
      {history.length === 0 ? null : (
        <section aria-label={texts.history} className="mt-4">
          <h3 className="text-xs font-medium text-ink-soft">{texts.history}</h3>
          <ol className="hairlines">
            {history.map((before) => (
              <li key={before.at} className="flex justify-between gap-3 py-1.5 text-sm">
                <span className="min-w-0 wrap-anywhere">{writeValue(slot, before.value)}</span>
                <time dateTime={before.at} className="shrink-0 text-xs text-ink-faint">
                  {writeTime(before.at)}
                </time>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Link href={`/inbox/${contactId}`} className={buttonClass('quiet', 'mt-4')}>
        {texts.inConversation}
      </Link>
    </Sheet>
  );
}
