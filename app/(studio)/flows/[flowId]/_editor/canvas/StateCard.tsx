'use client';

import { Handle, type NodeProps, Position, useStore } from '@xyflow/react';
import { MapPin, RotateCw, Undo2, Unplug } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { StateKind } from '../../../_flow/state-kinds';
import { cardSize, outcomeMiddle } from './card-size';
import { familyColour, type OutcomeRow, type StateNode } from './flow-to-canvas';
import { stateIcons } from './state-icons';

/** Under this zoom a card's small print can't be read: it shows its name, large. */
const FAR_ZOOM = 0.42;
const isSeenFromFar = (store: { transform: readonly [number, number, number] }): boolean =>
  store.transform[2] < FAR_ZOOM;

/** A state as a card: what it is called, what it says, and its ways out, each beside its port. */
export const StateCard = memo(function StateCard({ data, selected }: NodeProps<StateNode>): ReactElement {
  const isFar = useStore(isSeenFromFar);
  const Icon = stateIcons[data.type];
  return (
    <div
      className={classNames(
        'relative h-full rounded-xl border bg-surface text-ink shadow-card',
        data.mark === null ? 'border-line-strong' : 'border-accent',
        data.mark === 'current' && 'bg-accent-soft ring-4 ring-accent/35',
        selected && 'ring-4 ring-focus',
      )}
      data-mark={data.mark ?? undefined}
    >
      <Handle
        id="in"
        type="target"
        position={Position.Left}
        isConnectable={false}
        style={{ top: cardSize.header / 2 }}
      />
      {isFar ? (
        <FarCard data={data} />
      ) : (
        <>
          <header className="flex items-center gap-2 border-b border-line px-3" style={{ height: cardSize.header }}>
            <span
              className={classNames(
                'flex size-7 shrink-0 items-center justify-center rounded-lg',
                kindLooks[data.kind],
              )}
            >
              <Icon aria-hidden className="size-4" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm leading-tight font-semibold">{data.name}</span>
              <span className="block text-xs leading-tight text-ink-faint">
                {words.canvas.types[data.type]}
                {data.isStart ? ` · ${words.canvas.start}` : ''}
              </span>
            </span>
            {data.mark === 'current' ? (
              <MapPin role="img" aria-label={words.canvas.here} className="size-5 shrink-0 text-accent" />
            ) : null}
          </header>
          <p
            lang={data.language}
            className="overflow-hidden px-3 py-2 text-xs text-ink-soft"
            style={{ height: cardSize.summary }}
          >
            <span className="line-clamp-2">{data.summary}</span>
          </p>
          <ul>
            {data.outcomes.map((outcome) => (
              <Outcome key={outcome.id} outcome={outcome} />
            ))}
          </ul>
        </>
      )}
      {data.outcomes.map((outcome, index) => (
        <Handle
          key={outcome.id}
          id={outcome.id}
          type="source"
          position={Position.Right}
          isConnectable={false}
          style={{ top: outcomeMiddle(index), background: familyColour(outcome.family) }}
        />
      ))}
    </div>
  );
});

function FarCard({ data }: { readonly data: StateNode['data'] }): ReactElement {
  return (
    <div className="flex h-full items-center gap-3 overflow-hidden px-4">
      <span className={classNames('h-4/5 w-3 shrink-0 rounded-full', kindLooks[data.kind], 'bg-current')} />
      <span className="line-clamp-3 text-3xl leading-tight font-semibold">{data.name}</span>
    </div>
  );
}

function Outcome({ outcome }: { readonly outcome: OutcomeRow }): ReactElement {
  const end = outcome.ends === null ? null : ends[outcome.ends];
  return (
    <li className="flex items-center justify-end gap-1.5 px-3 text-xs" style={{ height: cardSize.row }}>
      <span className="truncate">{outcome.label}</span>
      {end ? (
        <span className={classNames('inline-flex shrink-0 items-center gap-1', end.look)}>
          <end.icon aria-hidden className="size-3" />
          {end.label}
        </span>
      ) : null}
    </li>
  );
}

const ends = {
  stays: { icon: RotateCw, label: words.canvas.stays, look: 'text-ink-faint' },
  back: { icon: Undo2, label: words.canvas.back, look: 'text-ink-faint' },
  open: { icon: Unplug, label: words.canvas.open, look: 'text-danger' },
} as const;

const kindLooks = {
  talk: 'text-kind-talk bg-kind-talk/12',
  ask: 'text-kind-ask bg-kind-ask/12',
  logic: 'text-kind-logic bg-kind-logic/12',
  world: 'text-kind-world bg-kind-world/12',
  people: 'text-kind-people bg-kind-people/12',
  end: 'text-kind-end bg-kind-end/12',
} as const satisfies Record<StateKind, string>;
