import type { LucideIcon } from 'lucide-react';
import { ArrowRightLeft, CircleAlert, Clock3, Headset, PlugZap, Send } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { describeEvent } from '../../../../../_reading/describe-event';
import { writeTime } from '../../../../../_time/write-time';
import { StateButton } from '../StateButton';
import type { NotableEvent, TryNote } from '../thread-rows';
import { useTry } from '../try-context';

const texts = words.editor.try;

/** What happened between messages, in one line. */
export function NoteLine({ note, at }: { readonly note: TryNote; readonly at: string }): ReactElement {
  const timezone = useTry(({ tryout }) => tryout.start.timezone);
  switch (note.type) {
    case 'passed':
      return <Line icon={Clock3}>{texts.passed(texts.duration(note.seconds), writeTime(at, timezone))}</Line>;
    case 'settled':
      return (
        <Line icon={PlugZap}>
          {note.result.ok ? texts.answered(note.result.status) : texts.failed(note.result.code)}
        </Line>
      );
    case 'sendFails':
      return <Line icon={Send}>{texts.willFail(texts.failures[note.code])}</Line>;
    case 'way':
      return (
        <Line icon={ArrowRightLeft} tone="mark">
          {texts.goesNow} <StateButton id={note.is} className="font-semibold" /> {texts.insteadOf}{' '}
          <StateButton id={note.was} className="line-through" />
        </Line>
      );
    case 'happened':
      return <Happened event={note.event} timezone={timezone} />;
    default:
      return note satisfies never;
  }
}

function Happened({ event, timezone }: { readonly event: NotableEvent; readonly timezone: string }): ReactElement {
  switch (event.type) {
    case 'handover.requested':
      return <Line icon={Headset}>{texts.happened.handover(event.summary)}</Line>;
    case 'followUp.requested':
      return <Line icon={Clock3}>{texts.happened.followUp(writeTime(event.dueAt, timezone))}</Line>;
    case 'effect.requested':
      return <Line icon={PlugZap}>{texts.happened.effect(`${event.effect.method} ${event.effect.url}`)}</Line>;
    case 'consent.withdrawn':
      return <Line icon={CircleAlert}>{texts.happened.optedOut}</Line>;
    case 'session.ended':
      return <Line icon={CircleAlert}>{texts.happened.ended}</Line>;
    case 'outcome.unhandled':
    case 'expression.failed':
    case 'limit.reached':
    case 'flow.broken':
    case 'input.ignored':
      return (
        <Line icon={CircleAlert} tone="danger">
          {texts.happened.problems[event.type]} {describeEvent(event)}
        </Line>
      );
    default:
      return event satisfies never;
  }
}

type LineProps = { readonly icon: LucideIcon; readonly tone?: keyof typeof tones; readonly children: ReactNode };

function Line({ icon: Icon, tone = 'plain', children }: LineProps): ReactElement {
  return (
    <p
      className={classNames(
        'mx-auto mt-2 flex w-fit max-w-[92%] items-start gap-1.5 rounded-lg px-2.5 py-1 text-xs shadow-card',
        tones[tone],
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

const tones = {
  plain: 'bg-chat-pill text-chat-meta',
  mark: 'bg-mark-soft text-mark-ink',
  danger: 'bg-danger-soft text-danger',
} as const;
