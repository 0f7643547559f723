import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { Checkbox } from '@/app/_ui/Checkbox';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { moveTransition } from '@/flows/edit/move-transition';
import { setTransition } from '@/flows/edit/set-transition';
import type { Transition } from '@/flows/schema/flow';
import { useEditorStore } from '../../editor-context';
import { ConditionEditor } from '../conditions/ConditionEditor';

type Props = {
  readonly way: Transition;
  readonly outcome: string;
  readonly target: string;
  readonly index: number;
  readonly count: number;
};
const { outcomes: texts, edits } = words.editor.inspector;

/** When a way is taken, whether it can be come back from, and when it is tried among the others of its outcome. */
export function WayDetails({ way, outcome, target, index, count }: Props): ReactElement {
  const { edit } = useEditorStore().getState();
  const name = `${way.from}: ${outcome}`;
  const move = (direction: 'up' | 'down') => edit(edits.order(name), (flow) => moveTransition(flow, way.id, direction));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div data-path="condition" className="flex min-w-0 flex-col gap-2">
        <h4 className="text-sm font-semibold">{texts.onlyWhen}</h4>
        <ConditionEditor
          label={texts.condition(outcome)}
          source={way.condition ?? ''}
          draftKey={`transition:${way.id} condition`}
          onChange={(condition) => {
            edit(edits.condition(name), (flow) => setTransition(flow, way.id, { condition }), {
              merge: `condition:${way.id}`,
            });
            return null;
          }}
        />
      </div>
      <Checkbox
        label={texts.remember}
        body={texts.rememberBody}
        isChecked={way.remember === true}
        onChange={(remember) => edit(edits.remember(name), (flow) => setTransition(flow, way.id, { remember }))}
      />
      {count > 1 ? (
        <div className="flex items-center gap-1">
          <p className="min-w-0 grow text-xs text-ink-soft">{texts.order(index + 1, count)}</p>
          <IconButton
            icon={ArrowUp}
            label={texts.earlier(outcome, target)}
            disabled={index === 0}
            onClick={() => move('up')}
            className="size-8"
          />
          <IconButton
            icon={ArrowDown}
            label={texts.later(outcome, target)}
            disabled={index === count - 1}
            onClick={() => move('down')}
            className="size-8"
          />
        </div>
      ) : null}
    </div>
  );
}
