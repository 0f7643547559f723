import { useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeCount, writeRupees } from '../../../../_figures/write-figure';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { CampaignView, Results } from '../../../campaign-types';
import { Funnel } from './Funnel';
import { groupResults } from './group-results';
import { PartTable } from './PartTable';

const texts = words.campaigns.run.results;

/** How often the results are added up again: ticks and answers still come. */
const QUIET_MS = 10_000;

/** What a campaign brought: from people to qualified leads, by language and variant, and what it cost. */
export function ResultsView({ campaign: { id } }: { readonly campaign: CampaignView }): ReactElement {
  const reading = useQuery({ ...useTRPC().campaigns.results.queryOptions({ id }), refetchInterval: QUIET_MS });
  if (reading.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (!reading.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(reading.error)}
      </Notice>
    );
  }
  if (reading.data.total.people === 0) return <Notice icon={ChartNoAxesColumn} title={texts.nothingYet} />;
  return <Figures results={reading.data} />;
}

function Figures({ results }: { readonly results: Results }): ReactElement {
  const { total, groups, costPerQualifiedInr, unpriced } = results;
  return (
    <div className="flex flex-col gap-8">
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <Funnel counts={total} />
        <div className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-5 shadow-card">
          <dl className="grid gap-4">
            <Figure name={texts.cost} value={writeRupees(Number(total.costInr))} />
            <Figure
              name={texts.perQualified}
              value={costPerQualifiedInr === null ? texts.none : writeRupees(Number(costPerQualifiedInr))}
            />
          </dl>
          <p className="text-xs text-ink-soft">
            {texts.whatCounts} {texts.estimated}
            {unpriced === 0 ? '' : ` ${texts.unpriced(writeCount(unpriced))}`}
          </p>
        </div>
      </div>
      <PartTable
        title={texts.byLanguage}
        part={texts.part.language}
        rows={groupResults(groups, 'language')}
        nameOf={languageName}
      />
      <PartTable
        title={texts.byVariant}
        part={texts.part.variant}
        rows={groupResults(groups, 'variant')}
        nameOf={(variant) => variant}
      />
    </div>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
