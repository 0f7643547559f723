import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import type { CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import { languageName } from '../../../../_language/language-name';
import { TemplatePreview } from '../../../../_phone/TemplatePreview';
import { useTRPC } from '../../../../_trpc/trpc';
import { sayCode } from '../../../_standing/say-code';
import type { TemplateView } from '../../../campaign-types';
import type { Draft } from '../saving/use-draft';
import { textsOf } from './edit-variants';
import { filledContent } from './filled-content';

const texts = words.campaigns.draft.message;

type Props = { readonly draft: Draft; readonly variant: CampaignVariant; readonly view: TemplateView };

/** What a phone will show, language by language, with what is known of one of the people. */
export function Preview({ draft, variant, view }: Props): ReactElement {
  const languages = textsOf(view.texts).map(({ language }) => language);
  const [wanted, setWanted] = useState(view.original);
  const language = languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
  const { plan, channel } = draft;
  const preview = useQuery({
    ...useTRPC().audience.preview.queryOptions({ plan, channel, variant: variant.id, language }),
    placeholderData: keepPreviousData,
    enabled: plan.variants.some(({ id }) => id === variant.id),
  });
  const shown = preview.data?.language === language ? preview.data : undefined;
  const content = filledContent(view, language, shown?.content ?? null);
  return (
    <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4">
      <div className="overflow-x-auto">
        <Segments
          label={texts.previewLanguage}
          segments={languages.map((id) => ({ id, label: languageName(id) }))}
          active={language}
          onChange={setWanted}
        />
      </div>
      {content ? (
        <div className={classNames(preview.isFetching && 'opacity-70')}>
          <TemplatePreview content={content} language={language} />
        </div>
      ) : (
        <p className="text-sm text-ink-soft">{texts.noPreview}</p>
      )}
      <p className="text-xs text-ink-soft">
        {shown?.person ? texts.shownFor(shown.person.name ?? texts.somebody) : texts.shownWithSamples}
      </p>
      {shown?.problem ? <p className="text-sm text-danger">{sayCode(shown.problem.code)}</p> : null}
    </div>
  );
}
