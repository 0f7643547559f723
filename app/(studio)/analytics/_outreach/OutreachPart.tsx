'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { sayCode } from '../../_reading/say-code';
import { useTRPC } from '../../_trpc/trpc';
import { ChartFrame } from '../_chart/ChartFrame';
import { LazyStepsChart } from '../_chart/charts';
import { listed } from '../_list/listed';
import { asFigures } from '../_shared/as-figures';
import { Shown } from '../_shared/Shown';
import { writePart } from '../_shared/write-part';
import type { Filter, Outreach } from '../analytics-types';

const texts = words.analytics.outreach;
const reasonNames: Readonly<Record<string, string>> = words.followUps.reasons;

/** What writing first brought. */
export function OutreachPart({ filter }: { readonly filter: Filter }): ReactElement {
  const query = useQuery({ ...useTRPC().analytics.outreach.queryOptions({ filter }), ...asFigures });
  return (
    <Shown query={query}>
      {({ followUps, campaigns }) => (
        <>
          <FollowUps followUps={followUps} />
          <Campaigns campaigns={campaigns} />
        </>
      )}
    </Shown>
  );
}

function FollowUps({ followUps }: Pick<Outreach, 'followUps'>): ReactElement {
  const table = {
    columns: [texts.reason, texts.sent, texts.answered, texts.movedOn],
    rows: followUps.map(({ reason, sent, answered, movedOn }) => {
      const name = nameOf(reason);
      return {
        key: reason,
        cells: [
          { text: name },
          { text: writeCount(sent), value: sent, list: listed('followUpSent', reason, name) },
          {
            text: writeCount(answered),
            value: answered,
            list: listed('followUpAnswered', reason, `${name}: ${texts.answered}`),
          },
          {
            text: writeCount(movedOn),
            value: movedOn,
            list: listed('followUpMovedOn', reason, `${name}: ${texts.movedOn}`),
          },
        ],
      };
    }),
  };
  if (followUps.length === 0) return <Nothing title={texts.followUps}>{texts.noFollowUps}</Nothing>;
  return (
    <ChartFrame
      title={texts.followUps}
      body={texts.followUpsBody}
      file="follow-ups"
      table={table}
      chart={
        <LazyStepsChart
          label={texts.followUps}
          steps={followUps.map(({ reason, sent, answered }) => ({
            name: nameOf(reason),
            went: answered,
            stopped: sent - answered,
            total: writePart(answered, sent),
          }))}
          wentName={texts.answered}
          stoppedName={texts.unanswered}
          write={writeCount}
        />
      }
    />
  );
}

function Campaigns({ campaigns }: Pick<Outreach, 'campaigns'>): ReactElement {
  if (campaigns.length === 0) return <Nothing title={texts.campaigns}>{texts.noCampaigns}</Nothing>;
  const table = {
    columns: [texts.campaign, texts.people, texts.answered, texts.qualified],
    rows: campaigns.map(({ id, name, people, answered, qualified }) => ({
      key: id,
      cells: [
        { text: name, href: `/campaigns/${id}` },
        { text: writeCount(people), value: people, list: listed('campaignSent', id, `${name}: ${texts.people}`) },
        {
          text: writeCount(answered),
          value: answered,
          list: listed('campaignAnswered', id, `${name}: ${texts.answered}`),
        },
        {
          text: writeCount(qualified),
          value: qualified,
          list: listed('campaignQualified', id, `${name}: ${texts.qualified}`),
        },
      ],
    })),
  };
  return <ChartFrame title={texts.campaigns} body={texts.campaignsBody} file="campaigns" table={table} />;
}

function Nothing({ title, children }: { readonly title: string; readonly children: string }): ReactElement {
  return (
    <section>
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="text-sm text-ink-soft">{children}</p>
    </section>
  );
}

function nameOf(reason: string): string {
  return reasonNames[reason] ?? sayCode(reason);
}
