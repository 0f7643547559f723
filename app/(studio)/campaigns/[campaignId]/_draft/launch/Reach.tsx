import type { ReactElement, ReactNode } from 'react';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import { writeCount, writeRupees } from '../../../../_figures/write-figure';
import { languageName } from '../../../../_language/language-name';
import { writeTime } from '../../../../_time/write-time';
import { sayCode } from '../../../_standing/say-code';
import type { ChannelName, PlanCheck } from '../../../campaign-types';

const texts = words.campaigns.draft.launch;

type Props = { readonly reach: PlanCheck['reach']; readonly channel: ChannelName };

/** Whom the campaign would reach now, what that costs and how long it takes, and who is left out. */
export function Reach({ reach, channel }: Props): ReactElement {
  const { audience, people, excluded, byLanguage, costInr, endsAt, opensConversations, free } = reach;
  const isWhatsApp = channel === 'whatsapp';
  return (
    <section aria-label={texts.reach} className="rounded-2xl border border-line bg-surface p-5 shadow-card">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-3xl font-semibold tracking-tight tabular-nums">
          {texts.people(people, writeCount(people))}
        </span>
        <span className="text-sm text-ink-soft">{texts.ofAudience(writeCount(audience))}</span>
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-3">
        {isWhatsApp ? (
          <Figure name={texts.cost}>
            {writeRupees(Number(costInr))}
            {free > 0 ? <Note>{texts.free(writeCount(free))}</Note> : null}
          </Figure>
        ) : null}
        <Figure name={texts.ends}>{endsAt === null ? texts.endsUnknown : writeTime(endsAt)}</Figure>
        {isWhatsApp ? <Figure name={texts.opens}>{writeCount(opensConversations)}</Figure> : null}
      </dl>
      <div className="mt-5 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {byLanguage.length === 0 ? null : (
          <div>
            <h3 className="text-sm font-semibold">{texts.byLanguage}</h3>
            <div className="mt-2 flex flex-col gap-2">
              {byLanguage.map(({ language, sentIn, count }) => (
                <Meter
                  key={`${language} ${sentIn}`}
                  label={sayLanguage(language, sentIn)}
                  share={count / Math.max(1, people)}
                  value={writeCount(count)}
                />
              ))}
            </div>
          </div>
        )}
        <div>
          <h3 className="text-sm font-semibold">{texts.excluded}</h3>
          {excluded.length === 0 ? <p className="mt-1 text-sm text-ink-soft">{texts.excludedNone}</p> : null}
          <ul className="hairlines mt-1">
            {excluded.map(({ code, count }) => (
              <li key={code} className="flex justify-between gap-4 py-1.5 text-sm">
                <span className="min-w-0 wrap-anywhere">{sayCode(code)}</span>
                <span className="shrink-0 font-semibold tabular-nums">{writeCount(count)}</span>
              </li>
            ))}
          </ul>
          {excluded.length === 0 ? null : <p className="mt-1 text-xs text-ink-soft">{texts.excludedLater}</p>}
        </div>
      </div>
    </section>
  );
}

function sayLanguage(language: string, sentIn: string): string {
  const own = languageName(language);
  return language === sentIn ? own : `${own}, ${texts.inOther(languageName(sentIn))}`;
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className="text-base font-semibold tabular-nums wrap-anywhere">{children}</dd>
    </div>
  );
}

function Note({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="block text-xs font-normal text-ink-soft">{children}</span>;
}
