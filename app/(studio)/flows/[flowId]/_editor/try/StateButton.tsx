import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { StateName } from '@/app/(studio)/_flow/StateName';
import type { IssuePlace } from '@/flows/schema/flow-issue';
import { useEditorStore } from '../editor-context';
import { nameIn, stateOf } from './state-of';
import { useTry } from './try-context';

type Props = {
  readonly id: string;
  /** A place in it to lead to, instead of the state as a whole. */
  readonly place?: IssuePlace | undefined;
  readonly className?: string;
};

/** A state by its name; it leads there. */
export function StateButton({ id, place, className }: Props): ReactElement {
  const editor = useEditorStore();
  const flow = useTry(({ played }) => played?.flow);
  const name = nameIn(flow, id);
  return (
    <button
      type="button"
      aria-label={words.editor.try.goToState(name)}
      onClick={() => editor.getState().goTo(place ?? { state: id })}
      className={classNames('inline-flex max-w-full min-w-0 rounded-md hover:underline', className)}
    >
      <StateName name={name} type={stateOf(flow, id)?.type ?? null} />
    </button>
  );
}
