'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { versionsOf } from '../_filters/Filters';
import { asFigures } from '../_shared/as-figures';
import { Shown } from '../_shared/Shown';
import type { Place } from '../analytics-place';
import type { Choices, Filter } from '../analytics-types';
import { FunnelFigures } from './FunnelFigures';

const texts = words.analytics.funnel;

type Props = {
  readonly place: Place;
  readonly filter: Filter;
  readonly choices: Choices | null;
  readonly onGo: (part: Partial<Place>) => void;
};

/** How far conversations came in one version of one flow: the chosen one, else the first that is published. */
export function FunnelPart({ place, filter, choices, onGo }: Props): ReactElement {
  if (choices === null) return <p className="mt-8 text-sm text-ink-soft">{words.analytics.loading}</p>;
  const flow =
    choices.flows.find(({ id }) => id === place.flow) ??
    choices.flows.find(({ activeVersion }) => activeVersion !== null) ??
    choices.flows[0];
  if (!flow) return <p className="mt-8 text-sm text-ink-soft">{texts.noFlow}</p>;
  const version = place.version === '' ? (flow.activeVersion ?? 0) : Number(place.version);
  return (
    <>
      <div className="mt-6 flex flex-wrap gap-3">
        <Select
          label={words.analytics.filters.flow}
          value={flow.id}
          options={choices.flows.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onGo({ flow: id, version: '' })}
          className="w-56"
        />
        <Select
          label={words.analytics.filters.version}
          value={String(version)}
          options={versionsOf(flow)}
          onChange={(chosen) => onGo({ flow: flow.id, version: chosen })}
          className="w-44"
        />
      </div>
      <Reading flowId={flow.id} version={version} filter={filter} />
    </>
  );
}

type ReadingProps = { readonly flowId: string; readonly version: number; readonly filter: Filter };

function Reading({ flowId, version, filter }: ReadingProps): ReactElement {
  const query = useQuery({
    ...useTRPC().analytics.funnel.queryOptions({ filter, flowId, version }),
    ...asFigures,
  });
  return <Shown query={query}>{(funnel) => <FunnelFigures funnel={funnel} />}</Shown>;
}
