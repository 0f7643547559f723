import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { sayCode } from '../../../_standing/say-code';
import type { Recipient } from '../../../campaign-types';
import { toneOfStage } from './tone-of-stage';

const texts = words.campaigns.run;

type Props = { readonly person: Recipient; readonly onOpen: () => void };

/** One person of a campaign and how far their message has come; opens their history. */
export function RecipientRow({ person, onOpen }: Props): ReactElement {
  const { name, phone, stage, problemCode, problemDetail, repliedAt, variant, language } = person;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="grid min-h-14 w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-1.5 text-left text-sm hover:bg-sunken sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_6rem_3rem]"
    >
      <span className="min-w-0">
        <span className="block truncate font-medium">{name ?? texts.recipients.unnamed}</span>
        {phone === null ? null : <span className="block truncate text-xs text-ink-soft tabular-nums">{phone}</span>}
      </span>
      <span className="flex min-w-0 flex-col items-end sm:items-start">
        <Badge tone={repliedAt === null ? toneOfStage(stage) : 'accent'}>
          {texts.filters[repliedAt === null ? stage : 'replied']}
        </Badge>
        {problemCode === null ? null : (
          <span className="line-clamp-1 text-xs text-ink-soft max-sm:max-w-40">
            {problemDetail ?? sayCode(problemCode)}
          </span>
        )}
      </span>
      <span lang={language} className="truncate text-ink-soft max-sm:hidden">
        {languageName(language)}
      </span>
      <span className="text-right text-ink-soft max-sm:hidden">{variant}</span>
    </button>
  );
}
