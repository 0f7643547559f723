import { Filter as FilterIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { nameOfState } from '../../_flow/name-of-state';
import { useMe } from '../../_me/use-me';
import { ChartFrame } from '../_chart/ChartFrame';
import { LazyStepsChart } from '../_chart/charts';
import type { FigureRow } from '../_chart/figure-table';
import { LEAST, writePart } from '../_shared/write-part';
import type { Funnel } from '../analytics-types';

const texts = words.analytics.funnel;

/** The states of one version, those that most conversations reached first, with who went no further. */
export function FunnelFigures({ funnel }: { readonly funnel: Funnel }): ReactElement {
  const { role } = useMe();
  const { sessions, states, flowId, version } = funnel;
  if (sessions === 0) {
    return (
      <Notice icon={FilterIcon} title={words.analytics.empty.title}>
        {words.analytics.empty.body}
      </Notice>
    );
  }
  const steps = states.map((state) => ({
    name: nameOf(state),
    went: state.isLast ? state.reached : state.movedOn,
    stopped: state.isLast ? 0 : state.reached - state.movedOn,
    total: writeCount(state.reached),
  }));
  const table = {
    columns: [texts.state, texts.reached, texts.share, texts.stopped, texts.dropOff],
    rows: states.map((state) => rowOf(state, funnel, role === 'owner' ? editorOf(flowId, state.stateId) : null)),
  };
  return (
    <div>
      <ChartFrame
        title={texts.title}
        body={texts.body}
        file={`funnel-${flowId}-${version}`}
        table={table}
        chart={
          <LazyStepsChart
            label={texts.title}
            steps={steps}
            wentName={texts.movedOn}
            stoppedName={texts.stopped}
            write={writeCount}
          />
        }
      />
      {sessions < LEAST ? <p className="mt-3 text-xs text-ink-faint">{words.analytics.tooFew(LEAST)}</p> : null}
    </div>
  );
}

type State = Funnel['states'][number];

function rowOf(state: State, { sessions, flowId, version }: Funnel, href: string | null): FigureRow {
  const { stateId, reached, movedOn, isLast } = state;
  const stopped = reached - movedOn;
  const listed = (list: 'reached' | 'stopped', title: string) =>
    ({ list, key: stateId, title: `${title}: ${nameOf(state)}`, narrowed: { flowId, version } }) as const;
  return {
    key: stateId,
    cells: [
      { text: nameOf(state), ...(href ? { href } : {}) },
      { text: writeCount(reached), value: reached, list: listed('reached', texts.reached) },
      { text: writePart(reached, sessions) },
      isLast
        ? { text: texts.end }
        : { text: writeCount(stopped), value: stopped, list: listed('stopped', texts.stopped) },
      { text: isLast ? words.analytics.none : writePart(stopped, reached) },
    ],
  };
}

function nameOf({ stateId, name }: State): string {
  return nameOfState({ id: stateId, ...(name === null ? {} : { name }) });
}

/** A flow, opened at one of its states. */
function editorOf(flowId: string, stateId: string): string {
  return `/flows/${flowId}?state=${stateId}`;
}
