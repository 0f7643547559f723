import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { Draft } from '../saving/use-draft';
import { textsOf } from './edit-variants';
import { Preview } from './Preview';
import { Standings } from './Standings';
import { useChoosing } from './use-choosing';
import { useFields } from './use-fields';
import { Values } from './Values';

const texts = words.campaigns.draft.message;

type Props = {
  readonly draft: Draft;
  readonly variant: CampaignVariant;
  readonly onChange: (variant: CampaignVariant) => void;
};

/** One variant: its template, what fills the gaps of it, and how a phone shows it. */
export function VariantEditor({ draft, variant, onChange }: Props): ReactElement {
  const trpc = useTRPC();
  const { template } = variant;
  const view = useQuery({ ...trpc.templates.get.queryOptions({ name: template }), enabled: template !== '' });
  const fields = useFields(draft.plan.audience);
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <TemplateChoice variant={variant} fields={fields.map(({ value }) => value)} onChange={onChange} />
        {view.error ? (
          <p role="alert" className="text-sm text-danger">
            {problemOf(view.error)}
          </p>
        ) : null}
        {view.isFetching && !view.data ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
        {view.data ? (
          <>
            <Standings view={view.data} channel={draft.channel} />
            <Values variant={variant} texts={textsOf(view.data.texts)} fields={fields} onChange={onChange} />
          </>
        ) : null}
      </div>
      {view.data ? <Preview draft={draft} variant={variant} view={view.data} /> : null}
    </div>
  );
}

type ChoiceProps = {
  readonly variant: CampaignVariant;
  readonly fields: readonly string[];
  readonly onChange: (variant: CampaignVariant) => void;
};

function TemplateChoice({ variant, fields, onChange }: ChoiceProps): ReactElement {
  const list = useQuery(useTRPC().templates.list.queryOptions());
  const choosing = useChoosing(variant, fields, onChange);
  const options = (list.data?.templates ?? []).map(({ name, category, languages }) => ({
    value: name,
    label: name,
    hint: texts.templateHint(category.toLowerCase(), languages.length),
  }));
  const problem = list.error ?? choosing.error;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        <Combobox
          label={texts.template}
          value={variant.template === '' ? null : variant.template}
          options={options}
          placeholder={texts.pickTemplate}
          noMatch={texts.noTemplate}
          onChange={choosing.mutate}
          className="flex-1 basis-60"
        />
        <Link href="/settings/templates" className="pb-2 text-sm text-accent hover:underline">
          {texts.writeTemplates}
        </Link>
      </div>
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(problem)}
        </p>
      ) : null}
    </div>
  );
}
