'use client';

import { MapPin, Search } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { words } from '@/app/_words/en';
import { BACK, type Flow, type FlowState } from '@/flows/schema/flow';
import { nameOfState } from '../../../_flow/name-of-state';
import { StateName } from '../../../_flow/StateName';
import { familyColour, familyOf, outcomesOf, plainSummary, type Trail } from './flow-to-canvas';

type Props = {
  readonly flow: Flow;
  readonly language: string;
  readonly trail: Trail | null;
  readonly selected: string | null;
  readonly onSelect: (stateId: string | null) => void;
};

/** The drawing as a list: every state, what it says and where its ways out lead. The canvas shows the same. */
export function Outline({ flow, language, trail, selected, onSelect }: Props): ReactElement {
  const [search, setSearch] = useState('');
  const states = flow.states.filter((state) => matches(state, search, language));
  const fieldId = useId();
  return (
    <section aria-label={words.canvas.outline} className="flex min-h-full flex-col">
      <div className="sticky top-0 z-10 border-b border-line bg-surface p-3">
        <label htmlFor={fieldId} className="sr-only">
          {words.canvas.search}
        </label>
        <div className="relative">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
          />
          <input
            id={fieldId}
            type="search"
            value={search}
            placeholder={words.canvas.search}
            onChange={(event) => setSearch(event.target.value)}
            className="min-h-9 w-full rounded-lg border border-line bg-surface pr-3 pl-9 text-sm shadow-card placeholder:text-ink-faint"
          />
        </div>
      </div>
      {states.length === 0 ? <p className="p-5 text-sm text-ink-soft">{words.canvas.noMatch}</p> : null}
      <ul className="p-2">
        {states.map((state) => (
          <li key={state.id} ref={state.id === (selected ?? trail?.current) ? scrollIntoView : undefined}>
            <button
              type="button"
              aria-expanded={state.id === selected}
              aria-current={trail?.current === state.id ? 'step' : undefined}
              onClick={() => onSelect(state.id === selected ? null : state.id)}
              className="flex w-full items-center gap-2 rounded-lg px-3 py-1.5 text-left text-sm hover:bg-sunken aria-expanded:bg-accent-soft aria-[current]:font-semibold"
            >
              <StateName name={nameOfState(state)} type={state.type} className="flex-1" />
              <Place state={state} trail={trail} isStart={state.id === flow.start} />
            </button>
            {state.id === selected ? (
              <Details flow={flow} state={state} language={language} onSelect={onSelect} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

type PlaceProps = { readonly state: FlowState; readonly trail: Trail | null; readonly isStart: boolean };

function Place({ state, trail, isStart }: PlaceProps): ReactElement | null {
  if (trail?.current === state.id) {
    return <MapPin role="img" aria-label={words.canvas.here} className="size-4 shrink-0 text-accent" />;
  }
  return isStart ? <span className="shrink-0 text-xs text-ink-faint">{words.canvas.start}</span> : null;
}

type DetailsProps = Pick<Props, 'flow' | 'language' | 'onSelect'> & { readonly state: FlowState };

function Details({ flow, state, language, onSelect }: DetailsProps): ReactElement {
  const summary = plainSummary(state, language);
  return (
    <div className="mb-2 ml-4 border-l border-line py-1 pl-4">
      <p className="text-xs text-ink-faint">{words.canvas.types[state.type]}</p>
      {summary ? (
        <p lang={language} className="mb-2 text-sm whitespace-pre-line text-ink-soft">
          {summary}
        </p>
      ) : null}
      <ul aria-label={words.canvas.waysOut} className="flex flex-col gap-1">
        {outcomesOf(flow, state).map((outcome) => (
          <li key={outcome.id} className="text-xs">
            <span className="flex items-center gap-1.5">
              <span
                aria-hidden
                className="size-1.5 shrink-0 rounded-full"
                style={{ background: familyColour(familyOf(outcome.id)) }}
              />
              {outcome.label}
            </span>
            <Targets flow={flow} state={state} outcome={outcome.id} onSelect={onSelect} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type TargetsProps = Pick<DetailsProps, 'flow' | 'state' | 'onSelect'> & { readonly outcome: string };

function Targets({ flow, state, outcome, onSelect }: TargetsProps): ReactElement {
  const leaving = flow.transitions.filter((item) => item.from === state.id && item.outcome === outcome);
  if (leaving.length === 0) return <span className="pl-3 text-danger">{words.canvas.open}</span>;
  return (
    <ul className="pl-3">
      {leaving.map(({ id, to, condition }) => (
        <li key={id} className="wrap-anywhere text-ink-soft">
          {condition ? <span className="font-mono text-ink-faint">{condition} </span> : null}→{' '}
          {to === BACK || to === state.id ? (
            words.canvas[to === BACK ? 'back' : 'stays']
          ) : (
            <button type="button" onClick={() => onSelect(to)} className="font-medium text-accent hover:underline">
              {nameOf(flow, to)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(flow: Flow, stateId: string): string {
  const state = flow.states.find(({ id }) => id === stateId);
  return state ? nameOfState(state) : stateId;
}

function matches(state: FlowState, search: string, language: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const text = `${nameOfState(state)} ${state.id} ${plainSummary(state, language)}`;
  return text.toLowerCase().includes(wanted);
}
