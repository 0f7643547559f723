import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { writeCount, writeRupees } from '../../_figures/write-figure';
import { nameOfState } from '../../_flow/name-of-state';
import { StateName } from '../../_flow/StateName';
import { clockTime } from '../../_phone/day-label';
import { describeEvent } from '../../_reading/describe-event';
import { sayCode } from '../../_reading/say-code';
import type { ChatMessage, Focus, Turn } from '../conversation-types';
import { Answered } from './Answered';
import { Evidence } from './Evidence';
import { Filled } from './Filled';
import { Spoken } from './Spoken';
import { Understood } from './Understood';

const texts = words.inspector;

type Props = {
  readonly turn: Turn;
  readonly messages: readonly ChatMessage[];
  readonly flow: Flow | undefined;
  /** True for the turn that was asked for: it comes into view with its events open. */
  readonly isOpen: boolean;
  readonly onFocus: (focus: Focus) => void;
};

/** One turn: what was understood and by whom, where it led, what it filled, its events and its timings. */
export function TurnCard({ turn, messages, flow, isOpen, onFocus }: Props): ReactElement {
  return (
    <li
      ref={isOpen ? scrollIntoView : undefined}
      className={classNames('flex flex-col gap-2 px-5 py-4', isOpen && 'bg-mark-soft')}
    >
      <p className="flex items-baseline gap-2 text-xs text-ink-faint">
        <span className="text-sm font-semibold text-ink">{texts.turn(turn.seq)}</span>
        {texts.inputs[turn.input]}
        <time dateTime={turn.at} className="ml-auto tabular-nums">
          {clockTime(turn.at)}
        </time>
      </p>
      <Spoken turn={turn} messages={messages} />
      {turn.understanding ? <Understood understanding={turn.understanding} /> : null}
      <Path turn={turn} flow={flow} />
      <Filled slots={turn.slots} messages={messages} onFocus={onFocus} />
      <Answered events={turn.events} />
      <div className="flex flex-col gap-1">
        {turn.understanding ? <Evidence evidence={turn.understanding.evidence} /> : null}
        <Events turn={turn} isOpen={isOpen} />
      </div>
      <Spent turn={turn} />
    </li>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function Path({ turn, flow }: Pick<Props, 'turn' | 'flow'>): ReactElement {
  const nameOf = (id: string): ReactElement => {
    const state = flow?.states.find((candidate) => candidate.id === id);
    return <StateName name={state ? nameOfState(state) : id} type={state?.type ?? null} />;
  };
  const entered = turn.path.filter(({ state }, index) => index > 0 || state !== turn.stateBefore);
  if (entered.length === 0) {
    return <p className="text-sm">{nameOf(turn.stateAfter)}</p>;
  }
  return (
    <p className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-sm">
      <span className="sr-only">{texts.path}</span>
      {turn.stateBefore ? nameOf(turn.stateBefore) : null}
      {entered.map(({ state, outcome }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a turn's path never changes, and may pass a state twice.
        <Fragment key={index}>
          <span className="inline-flex items-center text-xs text-ink-faint">
            <ChevronRight aria-hidden className="size-3.5" />
            {outcome ? `${sayCode(outcome.split(':').at(-1) ?? outcome)} ` : ''}
          </span>
          {nameOf(state)}
        </Fragment>
      ))}
    </p>
  );
}

function Events({ turn, isOpen }: Pick<Props, 'turn' | 'isOpen'>): ReactElement {
  return (
    <details open={isOpen} className="group/events text-xs">
      <summary className="inline-flex items-center gap-1 font-medium text-ink-soft hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 group-open/events:rotate-90" />
        {texts.events(turn.events.length)}
      </summary>
      <ol className="mt-1 ml-1.5 flex flex-col gap-1 border-l border-line pl-3">
        {turn.events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn's events never change and have no id of their own.
          <li key={index}>
            <span className="font-mono text-accent">{event.type}</span>{' '}
            <span className="wrap-anywhere text-ink-soft">{describeEvent(event)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The time that the turn took, and what a model used up for it. */
function Spent({ turn: { timings, cost } }: Pick<Props, 'turn'>): ReactElement {
  const { waitedMs, understandMs, runMs, effectsMs } = timings;
  const names = texts.timingNames;
  const parts = [
    [names.waitedMs, waitedMs],
    [names.understandMs, understandMs],
    [names.runMs, runMs],
    [names.effectsMs, effectsMs],
  ] as const;
  const times = parts.map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`);
  const { llmTokens, llmInr } = cost;
  const used = llmTokens > 0 ? [texts.cost(writeCount(llmTokens), writeRupees(llmInr))] : [];
  return <p className="text-xs text-ink-faint tabular-nums">{[...times, ...used].join(' · ')}</p>;
}
