import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { CampaignView } from '../../../campaign-types';
import type { Draft } from '../saving/use-draft';
import { Errors, keyOfIssue, Warnings } from './Issues';
import { Reach } from './Reach';
import { SignLaunch } from './SignLaunch';

const texts = words.campaigns.draft.launch;

/** How often the check is made again: people and templates change while one looks. */
const QUIET_MS = 30_000;

type Props = { readonly draft: Draft; readonly campaign: CampaignView };

/** What the saved draft would do if it were launched now, and the button. */
export function Launch({ draft, campaign }: Props): ReactElement {
  const { plan, channel } = campaign;
  const check = useQuery({
    ...useTRPC().audience.check.queryOptions({ plan, channel }),
    placeholderData: keepPreviousData,
    refetchInterval: QUIET_MS,
  });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  if (check.isPending) return <Spinner label={texts.checking} className="text-sm text-ink-soft" />;
  if (!check.data) {
    return (
      <p role="alert" className="text-sm text-danger">
        {texts.problem}. {problemOf(check.error)}
      </p>
    );
  }
  const { issues, reach } = check.data;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const isFresh = draft.state.type === 'saved' || draft.state.type === 'unchanged';
  return (
    <div className="flex flex-col gap-6">
      <Errors issues={errors} />
      <Reach reach={reach} channel={channel} />
      <Warnings issues={warnings} seen={seen} onSeen={setSeen} />
      <SignLaunch
        campaign={campaign}
        people={reach.people}
        waits={waitsFor({
          isFresh: isFresh && !check.isPlaceholderData,
          hasErrors: errors.length > 0,
          isSeen: warnings.every((warning) => seen.has(keyOfIssue(warning))),
        })}
      />
    </div>
  );
}

type Standing = { readonly isFresh: boolean; readonly hasErrors: boolean; readonly isSeen: boolean };

/** What keeps it from being launched now. */
function waitsFor({ isFresh, hasErrors, isSeen }: Standing): string | null {
  if (!isFresh) return texts.unsaved;
  if (hasErrors) return texts.mendFirst;
  return isSeen ? null : texts.tickAll;
}
