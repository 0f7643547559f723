import { MapPin } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { StateName } from '../../../../../_flow/StateName';
import { stateOf } from '../../canvas/group-box';
import { plainSummary } from '../../canvas/plain-summary';
import { useEditor } from '../../editor-context';
import { StateMarks } from './StateMarks';

const texts = words.editor.outline;

type Props = {
  readonly id: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly isHere: boolean;
  readonly around: string | null;
};

/** A state: its name and kind, and once it is opened what it says. */
export function StateRow({ id, state: stateId, isOpen, isHere, around }: Props): ReactElement | null {
  const state = useEditor(({ flow }) => stateOf(flow, stateId));
  const isStart = useEditor(({ flow }) => flow.start === stateId);
  const language = useEditor((editor) => editor.language);
  if (!state) return null;
  const said = around ?? (isOpen ? plainSummary(state, language) : '');
  return (
    <span className="min-w-0 flex-1 py-1.5 pointer-coarse:py-2.5">
      <span className="flex min-w-0 items-center gap-2">
        <span id={`${id}-name`} className="flex min-w-0 items-center gap-2">
          <StateName name={nameOfState(state)} type={state.type} />
          <span className="sr-only">{words.stateTypes[state.type]}</span>
        </span>
        <span id={`${id}-marks`} className="ml-auto flex shrink-0 items-center gap-1.5 text-xs text-ink-soft">
          {isStart ? <span>{texts.start}</span> : null}
          <StateMarks state={state} language={language} />
          {isHere ? <MapPin role="img" aria-label={texts.here} className="size-4 text-accent" /> : null}
        </span>
      </span>
      {said === '' ? null : (
        <span lang={language} className="line-clamp-2 pl-3.5 text-xs text-ink-soft">
          {said}
        </span>
      )}
    </span>
  );
}
