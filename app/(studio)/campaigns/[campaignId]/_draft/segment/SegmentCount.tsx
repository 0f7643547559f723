import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { SegmentFilter } from '@/server/campaigns/plan/segment-filter';
import { writeCount } from '../../../../_figures/write-figure';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { ChannelName } from '../../../campaign-types';

const texts = words.campaigns.draft.segment;

type Props = { readonly filter: SegmentFilter; readonly channel: ChannelName };

/** How many people the rules find now, and some of them. */
export function SegmentCount({ filter, channel }: Props): ReactElement {
  const found = useQuery({
    ...useTRPC().audience.segment.queryOptions({ filter, channel }),
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Spinner label={texts.counting} className="text-sm text-ink-soft" />;
  if (!found.data) {
    return (
      <p role="alert" className="text-sm text-danger">
        {problemOf(found.error)}
      </p>
    );
  }
  const { count, sample } = found.data;
  return (
    <div
      aria-live="polite"
      className={classNames('rounded-xl bg-sunken px-4 py-3', found.isPlaceholderData && 'opacity-60')}
    >
      <p className="flex items-center gap-2 text-sm font-semibold">
        <Users aria-hidden className="size-4 text-accent" />
        {texts.people(count, writeCount(count))}
      </p>
      {sample.length === 0 ? null : (
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
          {sample.map(({ contactId, name, language }) => (
            <li key={contactId} className="wrap-anywhere">
              {name ?? texts.unnamed} · <span lang={language}>{languageName(language)}</span>
            </li>
          ))}
          {count > sample.length ? <li>…</li> : null}
        </ul>
      )}
    </div>
  );
}
