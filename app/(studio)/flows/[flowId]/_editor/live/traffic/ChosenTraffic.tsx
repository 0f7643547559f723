import { ArrowLeft } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../../_figures/write-figure';
import { useEditor, useEditorStore } from '../../editor-context';
import { nameOfThing } from '../../outline/name-of-thing';
import { noSelection } from '../../selection';
import type { Asked, Traffic } from '../live-types';
import { RecentContacts } from './RecentContacts';
import { writeLost } from './StateTable';
import { writeStay } from './write-stay';

const texts = words.editor.live;

type Props = {
  readonly asked: Asked;
  readonly traffic: Traffic;
  readonly state: string | null;
  readonly transition: string | null;
  readonly onReplay: (sessionId: string) => void;
};

/** The figures of the state or transition that is selected, and who came there. */
export function ChosenTraffic({ asked, traffic, state, transition, onReplay }: Props): ReactElement {
  const store = useEditorStore();
  return (
    <div className="flex flex-col gap-3 p-3">
      <Button look="bare" className="self-start px-2" onClick={() => store.getState().select(noSelection)}>
        <ArrowLeft aria-hidden className="size-4" />
        {texts.chosen.back}
      </Button>
      {transition === null ? (
        <StateFigures state={state ?? ''} traffic={traffic} />
      ) : (
        <TransitionFigures transition={transition} traffic={traffic} />
      )}
      <RecentContacts
        key={transition ?? state}
        asked={{ ...asked, ...(transition === null ? { state: state ?? '' } : { transition }) }}
        onReplay={onReplay}
      />
    </div>
  );
}

function StateFigures({ state, traffic }: { readonly state: string; readonly traffic: Traffic }): ReactElement {
  const name = useEditor(({ flow }) => nameOfThing(flow, { type: 'state', id: state }));
  const row = traffic.states.find((other) => other.state === state);
  const figures = row
    ? [
        [texts.columns.sessions, writeCount(row.sessions)],
        [texts.columns.ended, writeLost(row)],
        [texts.columns.stay, row.medianSeconds === null ? texts.none : writeStay(row.medianSeconds)],
      ]
    : [];
  return <Figures title={name} figures={figures} />;
}

type TransitionProps = { readonly transition: string; readonly traffic: Traffic };

function TransitionFigures({ transition, traffic }: TransitionProps): ReactElement {
  const way = useEditor(({ flow }) => flow.transitions.find(({ id }) => id === transition));
  const from = useEditor(({ flow }) => (way ? nameOfThing(flow, { type: 'state', id: way.from }) : ''));
  const to = useEditor(({ flow }) =>
    way ? nameOfThing(flow, { type: 'transition', id: transition, state: way.from, outcome: way.outcome }) : transition,
  );
  const row = traffic.transitions.find((other) => other.transition === transition);
  const figures = row
    ? [
        [texts.columns.sessions, writeCount(row.sessions)],
        [texts.columns.times, writeCount(row.times)],
      ]
    : [];
  return <Figures title={`${from} → ${to}`} figures={figures} />;
}

type FiguresProps = { readonly title: string; readonly figures: readonly (readonly string[])[] };

function Figures({ title, figures }: FiguresProps): ReactElement {
  return (
    <section aria-label={texts.chosen.figures}>
      <h2 className="text-base font-semibold wrap-anywhere">{title}</h2>
      {figures.length === 0 ? <p className="text-sm text-ink-soft">{texts.chosen.nobody}</p> : null}
      <dl className="mt-2 grid grid-cols-3 gap-2">
        {figures.map(([label, value]) => (
          <div key={label} className="rounded-xl bg-sunken px-3 py-2">
            <dt className="text-xs text-ink-soft">{label}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
