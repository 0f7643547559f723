import { Handle, type NodeProps, Position, useStore } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { StateKind } from '../../../../_flow/state-kinds';
import { CardMarks } from './CardMarks';
import { CardRows } from './CardRows';
import { cardSize, outcomeMiddle } from './card-size';
import { MORE, type StateNode } from './flow-to-canvas';
import { isSeenFromFar } from './is-seen-from-far';
import { familyColour } from './outcome-rows';
import { stateIcons } from './state-icons';
import { useMark } from './use-mark';

/** A state as a card: what it is called, what it says, and its ways out, each beside its port. */
export const StateCard = memo(function StateCard({ id, data, selected }: NodeProps<StateNode>): ReactElement {
  const isFar = useStore(isSeenFromFar);
  const mark = useMark(id);
  const ports = [...data.outcomes.map(({ id: outcome, family }) => ({ id: outcome, family })), ...morePort(data)];
  return (
    <div
      className={classNames(
        'relative h-full rounded-xl border bg-surface text-ink shadow-card',
        mark === null ? 'border-line-strong' : frames[mark],
        selected && 'ring-4 ring-focus',
      )}
      data-mark={mark ?? undefined}
    >
      <Handle id="in" type="target" position={Position.Left} style={{ top: cardSize.header / 2 }} />
      {isFar ? (
        <FarCard data={data} />
      ) : (
        <>
          <CardHead id={id} data={data} />
          <p
            lang={data.language}
            className="overflow-hidden px-3 py-2 text-xs text-ink-soft"
            style={{ height: cardSize.summary }}
          >
            <span className="line-clamp-2">{data.summary}</span>
          </p>
          <CardRows outcomes={data.outcomes} unused={data.unused} />
        </>
      )}
      {ports.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type="source"
          position={Position.Right}
          style={{ top: outcomeMiddle(index), background: familyColour(port.family) }}
        />
      ))}
    </div>
  );
});

function morePort(data: StateNode['data']) {
  return data.unused > 0 ? [{ id: MORE, family: null }] : [];
}

function CardHead({ id, data }: { readonly id: string; readonly data: StateNode['data'] }): ReactElement {
  const Icon = stateIcons[data.type];
  return (
    <header className="flex items-center gap-2 border-b border-line px-3" style={{ height: cardSize.header }}>
      <span className={classNames('flex size-7 shrink-0 items-center justify-center rounded-lg', kindLooks[data.kind])}>
        <Icon aria-hidden className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm leading-tight font-semibold">{data.name}</span>
        <span className="block text-xs leading-tight text-ink-soft">
          {words.stateTypes[data.type]}
          {data.isStart ? ` · ${words.editor.canvas.start}` : ''}
        </span>
      </span>
      <CardMarks id={id} missing={data.missing} language={data.language} />
    </header>
  );
}

function FarCard({ data }: { readonly data: StateNode['data'] }): ReactElement {
  return (
    <div className="flex h-full items-center gap-3 overflow-hidden px-4">
      <span className={classNames('h-4/5 w-3 shrink-0 rounded-full', kindLooks[data.kind], 'bg-current')} />
      <span className="line-clamp-3 text-3xl leading-tight font-semibold">{data.name}</span>
    </div>
  );
}

const frames = {
  current: 'border-accent bg-accent-soft ring-4 ring-accent/35',
  visited: 'border-accent',
  failed: 'border-danger ring-2 ring-danger/40',
  uncovered: 'border-dashed border-mark-ink',
  added: 'border-accent ring-4 ring-accent/35',
  changed: 'border-mark-ink ring-4 ring-mark',
  moved: 'border-dashed border-mark-ink',
} as const;

const kindLooks = {
  talk: 'text-kind-talk bg-kind-talk/12',
  ask: 'text-kind-ask bg-kind-ask/12',
  logic: 'text-kind-logic bg-kind-logic/12',
  world: 'text-kind-world bg-kind-world/12',
  people: 'text-kind-people bg-kind-people/12',
  end: 'text-kind-end bg-kind-end/12',
} as const satisfies Record<StateKind, string>;
