import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { TemplatePreview } from '../../../../_phone/TemplatePreview';
import { writeTime } from '../../../../_time/write-time';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { sayCode } from '../../../_standing/say-code';
import type { ChannelName, RecipientView } from '../../../campaign-types';
import { filledContent } from '../../_draft/message/filled-content';
import { toneOfStage } from './tone-of-stage';

const texts = words.campaigns.run;

type Props = {
  readonly campaignId: string;
  readonly contactId: string;
  readonly channel: ChannelName;
  readonly onClose: () => void;
};

/** One person of a campaign: the words that were frozen for them, and everything that became of the message. */
export function RecipientSheet({ campaignId, contactId, channel, onClose }: Props): ReactElement {
  const reading = useQuery(useTRPC().campaigns.recipient.queryOptions({ id: campaignId, contactId }));
  const name = reading.data?.name ?? reading.data?.phone ?? texts.recipients.unnamed;
  return (
    <Sheet
      title={reading.data ? texts.recipients.historyTitle(name) : texts.recipients.history}
      closeLabel={words.close}
      size="side"
      isOpen
      onClose={onClose}
    >
      {reading.isPending ? <Spinner label={texts.recipients.loading} className="text-sm text-ink-soft" /> : null}
      {reading.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(reading.error)}
        </p>
      ) : null}
      {reading.data ? <Details person={reading.data} /> : null}
      {channel === 'simulator' ? (
        <Link
          href={`/simulator?contact=${contactId}`}
          className="mt-5 inline-block text-sm text-accent hover:underline"
        >
          {texts.recipients.openConversation}
        </Link>
      ) : null}
    </Sheet>
  );
}

function Details({ person }: { readonly person: RecipientView }): ReactElement {
  const { stage, problemCode, problemDetail, phone, variant, language, content, history } = person;
  return (
    <div className="flex flex-col gap-5 pt-1">
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Badge tone={toneOfStage(stage)}>{texts.filters[stage]}</Badge>
        {phone === null ? null : <span className="tabular-nums">{phone}</span>}
        <span lang={language}>{languageName(language)}</span>
        <span>{texts.recipients.variantIs(variant)}</span>
      </p>
      {problemCode === null ? null : <p className="text-sm text-danger">{problemDetail ?? sayCode(problemCode)}</p>}
      {content?.type !== 'template' ? (
        <p className="text-sm text-ink-soft">{texts.recipients.noWords}</p>
      ) : (
        <Words content={content} />
      )}
      <section aria-labelledby="history">
        <h3 id="history" className="text-sm font-semibold">
          {texts.recipients.history}
        </h3>
        <ol className="hairlines mt-1">
          {history.map(({ at, what, code }) => (
            <li key={`${at} ${what} ${code}`} className="flex justify-between gap-4 py-1.5 text-sm">
              <span className="min-w-0">
                {sayWhat(what)}
                {code ? <span className="block text-xs text-ink-soft">{sayCode(code)}</span> : null}
              </span>
              <time dateTime={at} className="shrink-0 text-xs text-ink-soft tabular-nums">
                {writeTime(at)}
              </time>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** The template may have changed since; without it, what was filled in is shown. */
function Words({
  content,
}: {
  readonly content: Extract<NonNullable<RecipientView['content']>, { type: 'template' }>;
}): ReactElement {
  const view = useQuery(useTRPC().templates.get.queryOptions({ name: content.name }));
  const filled = view.data && filledContent(view.data, content.language, content);
  if (filled) return <TemplatePreview content={filled} language={content.language} />;
  return (
    <p className="rounded-lg bg-sunken px-3 py-2 text-sm wrap-anywhere">
      {content.name}: {content.variables.join(' · ')}
    </p>
  );
}

function sayWhat(what: string): string {
  const said: Readonly<Record<string, string>> = texts.history;
  return said[what] ?? what;
}
