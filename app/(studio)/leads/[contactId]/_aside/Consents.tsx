import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { sayCode } from '../../../_reading/say-code';
import { writeTime } from '../../../_time/write-time';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';
import { ToldNotice } from './ToldNotice';

const texts = words.leadPage.consents;

type Props = {
  readonly consents: LeadDetails['consents'];
  /** Whose conversation proves them; null for who may not read it. */
  readonly conversation: string | null;
};

/** What they agreed to, and the message that proves it. */
export function Consents({ consents, conversation }: Props): ReactElement {
  return (
    <Section title={texts.title}>
      {consents.length === 0 ? <p className="text-sm text-ink-soft">{texts.none}</p> : null}
      <ul className="hairlines">
        {consents.map((consent) => (
          <li key={`${consent.purpose}-${consent.at}`} className="py-1.5 text-sm">
            <p className="flex items-baseline justify-between gap-3">
              <span className="first-letter:uppercase">{sayCode(consent.purpose)}</span>
              <Badge tone={consent.status === 'given' ? 'accent' : 'danger'}>{texts[consent.status]}</Badge>
            </p>
            <p className="flex flex-wrap gap-x-2 text-xs text-ink-faint">
              <time dateTime={consent.at}>{writeTime(consent.at)}</time>
              {consent.noticeVersion === null ? null : conversation === null ? (
                <span>{texts.notice(consent.noticeVersion)}</span>
              ) : (
                <ToldNotice contactId={conversation} purpose={consent.purpose} version={consent.noticeVersion} />
              )}
              {consent.messageId === null || conversation === null ? null : (
                <Link
                  href={`/inbox/${conversation}`}
                  className="rounded underline underline-offset-2 hover:text-accent"
                >
                  {texts.proof}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
