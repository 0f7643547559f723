import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { transitionsFrom } from '../../canvas/outcome-rows';
import { useEditor } from '../../editor-context';
import { nameOfTarget } from '../name-of-thing';
import { RowLine } from './RowLine';

const texts = words.editor.outline;

type Props = { readonly id: string; readonly state: string; readonly transition: string };

/** Where an outcome leads, and when. */
export function TransitionRow({ id, state, transition }: Props): ReactElement | null {
  const way = useEditor(({ flow }) => transitionsFrom(flow, state).find((other) => other.id === transition));
  const target = useEditor(({ flow }) => (way === undefined ? '' : nameOfTarget(flow, way.to)));
  if (!way) return null;
  const when = way.condition ? texts.when(way.condition) : '';
  const remembers = way.remember ? texts.remembers : '';
  return (
    <RowLine
      id={id}
      sign={<ArrowRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />}
      name={way.to === way.from ? texts.stays : target}
      marks={<span className="sr-only">{[when, remembers].filter(Boolean).join(', ')}</span>}
      more={
        when || remembers ? (
          <>
            {when ? <span className="font-mono wrap-anywhere">{when} </span> : null}
            {remembers}
          </>
        ) : null
      }
    />
  );
}
