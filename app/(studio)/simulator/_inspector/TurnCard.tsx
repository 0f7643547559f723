import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { nameOfState } from '../../_flow/name-of-state';
import { StateName } from '../../_flow/StateName';
import { languageName } from '../../_language/language-name';
import { clockTime } from '../_phone/day-label';
import type { Focus, Turn } from '../conversation-types';
import { describeEvent } from './describe-event';
import { nameOfSlot } from './name-of-slot';
import { writeValue } from './write-value';

const texts = words.inspector;

/** Under one percent a reading is no alternative. */
const LEAST_CONFIDENCE = 0.01;

type Props = {
  readonly turn: Turn;
  readonly flow: Flow | undefined;
  /** True for the turn that was asked for: it comes into view with its events open. */
  readonly isOpen: boolean;
  readonly onFocus: (focus: Focus) => void;
};

/** One turn: what was understood, where it led, what it filled, its events and its timings. */
export function TurnCard({ turn, flow, isOpen, onFocus }: Props): ReactElement {
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
      {turn.understanding ? <Understood understanding={turn.understanding} /> : null}
      <Path turn={turn} flow={flow} />
      <Filled turn={turn} onFocus={onFocus} />
      <Events turn={turn} isOpen={isOpen} />
      <Timings timings={turn.timings} />
    </li>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function Understood({ understanding }: { readonly understanding: NonNullable<Turn['understanding']> }): ReactElement {
  const { intent, confidence, engine, language, script, sentiment } = understanding;
  const alternatives = understanding.alternatives.filter((other) => other.confidence >= LEAST_CONFIDENCE).slice(0, 3);
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone="accent" className="text-sm">
          {readable(intent)}
        </Badge>
        <span className="font-medium tabular-nums">{percent(confidence)}</span>
        {alternatives.length > 0 ? (
          <span className="text-xs text-ink-faint">
            {texts.alternatives}{' '}
            {alternatives.map((other) => `${readable(other.intent)} ${percent(other.confidence)}`).join(', ')}
          </span>
        ) : null}
      </p>
      <p className="mt-0.5 text-xs text-ink-soft">
        {[languageName(language), texts.scripts[script], texts.sentiments[sentiment], texts.engines[engine]].join(
          ' · ',
        )}
      </p>
    </div>
  );
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
            {outcome ? `${readable(outcome.split(':').at(-1) ?? outcome)} ` : ''}
          </span>
          {nameOf(state)}
        </Fragment>
      ))}
    </p>
  );
}

function Filled({ turn, onFocus }: Pick<Props, 'turn' | 'onFocus'>): ReactElement | null {
  if (turn.slots.length === 0) return null;
  return (
    <ul aria-label={texts.read} className="flex flex-wrap gap-1.5">
      {turn.slots.map(({ slot, value, messageId, span }) => {
        const text = `${nameOfSlot(slot)}: ${writeValue(slot, value)}`;
        return (
          <li key={slot} className="max-w-full">
            {messageId ? (
              <button
                type="button"
                onClick={() => onFocus({ messageId, span })}
                className="block max-w-full truncate rounded-md bg-mark-soft px-1.5 text-xs text-mark-ink hover:bg-mark hover:text-ink"
              >
                {text}
              </button>
            ) : (
              <Badge>{text}</Badge>
            )}
          </li>
        );
      })}
    </ul>
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

function Timings({ timings }: Pick<Turn, 'timings'>): ReactElement {
  const { waitedMs, understandMs, runMs, effectsMs } = timings;
  const names = texts.timingNames;
  const parts = [
    [names.waitedMs, waitedMs],
    [names.understandMs, understandMs],
    [names.runMs, runMs],
    [names.effectsMs, effectsMs],
  ] as const;
  return (
    <p className="text-xs text-ink-faint tabular-nums">
      {parts.map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`).join(' · ')}
    </p>
  );
}

function readable(code: string): string {
  return code.replaceAll('_', ' ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
