import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Segments } from '@/app/_ui/Segments';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../../_trpc/trpc';
import { sayHours } from '../../../_standing/say-hours';
import type { Draft } from '../saving/use-draft';
import { LimitField } from './LimitField';
import { LimitFields } from './LimitFields';
import { fromField, toField } from './schedule-time';

const texts = words.campaigns.draft.schedule;
const HOUR_MS = 3_600_000;

/** When it begins, how fast it goes, and what it may cost. */
export function Schedule({ draft }: { readonly draft: Draft }): ReactElement {
  const { schedule } = draft.plan;
  const change = (part: Partial<typeof schedule>): void => draft.change({ schedule: { ...schedule, ...part } });
  const when = schedule.startsAt === null ? 'now' : 'later';
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-full sm:w-72">
          <Segments
            label={texts.start}
            segments={[
              { id: 'now', label: texts.now },
              { id: 'later', label: texts.later },
            ]}
            active={when}
            onChange={(id) => change({ startsAt: id === 'now' ? null : inAnHour() })}
          />
        </div>
        {schedule.startsAt === null ? null : (
          <TextField
            label={texts.startsAt}
            type="datetime-local"
            value={toField(schedule.startsAt)}
            onChange={(event) => {
              const startsAt = fromField(event.target.value);
              if (startsAt !== null) change({ startsAt });
            }}
          />
        )}
      </div>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
        <LimitField
          label={texts.days}
          value={schedule.days}
          empty={1}
          max={30}
          hint={schedule.days === 1 ? texts.daysAtOnce : texts.daysSpread(schedule.days)}
          onChange={(days) => change({ days: days ?? 1 })}
        />
        <LimitFields limits={schedule} onChange={change} />
      </div>
      <Hours channel={draft.channel} />
    </div>
  );
}

/** On the hour, so that it reads well. */
function inAnHour(): string {
  return new Date(Math.ceil((Date.now() + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString();
}

function Hours({ channel }: Pick<Draft, 'channel'>): ReactElement {
  const outreach = useQuery(useTRPC().followUps.outreach.queryOptions());
  if (channel === 'simulator') return <p className="text-sm text-ink-soft">{texts.simulatedHours}</p>;
  return (
    <p className="text-sm text-ink-soft">
      {outreach.data ? `${sayHours(outreach.data.settings)} ` : ''}
      <Link href="/settings/outreach" className="text-accent underline">
        {texts.changeHours}
      </Link>
    </p>
  );
}
