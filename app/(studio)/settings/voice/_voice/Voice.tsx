'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { Part } from '../../_understanding/Part';
import { SayThis } from './SayThis';
import { Services } from './Services';
import { WhenSpoken } from './WhenSpoken';

const texts = words.voice;

/** How voice notes are heard and spoken. */
export function Voice(): ReactElement {
  const reading = useQuery(useTRPC().speech.settings.queryOptions());
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
      {reading.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {reading.data ? (
        <div className="hairlines mt-4">
          <Services service={reading.data.service} speaker={reading.data.speaker} />
          <Part title={texts.reply}>
            <WhenSpoken settings={reading.data.settings} />
          </Part>
          {reading.data.speaker === null ? null : (
            <Part title={texts.try} body={texts.tryBody}>
              <SayThis />
            </Part>
          )}
        </div>
      ) : null}
      {reading.isError && !reading.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(reading.error)}
        </Notice>
      ) : null}
    </div>
  );
}
