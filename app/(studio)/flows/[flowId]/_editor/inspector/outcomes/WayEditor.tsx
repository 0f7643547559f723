import { SlidersHorizontal, Trash2 } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import type { Transition } from '@/flows/schema/flow';
import { removeTransition } from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import { IssueList } from '../form/IssueList';
import { TargetPicker } from './TargetPicker';
import { WayDetails } from './WayDetails';

type Props = {
  readonly way: Transition;
  /** What people call the outcome. */
  readonly outcome: string;
  readonly targets: readonly Option<string>[];
  readonly index: number;
  readonly count: number;
};
const texts = words.editor.inspector.outcomes;

/** One way out: its target, and on request when it is taken. */
export function WayEditor({ way, outcome, targets, index, count }: Props): ReactElement {
  const store = useEditorStore();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const issues = useEditor((state) => state.issues);
  const own = issues?.filter(({ place }) => place.transition === way.id) ?? [];
  const target = targets.find(({ value }) => value === way.to)?.label ?? way.to;
  return (
    <div className="flex min-w-0 flex-col gap-1.5 rounded-lg">
      <div className="flex items-center gap-0.5">
        <TargetPicker label={texts.leadsTo(outcome)} way={way} value={way.to} targets={targets} />
        <IconButton
          icon={SlidersHorizontal}
          label={texts.details(outcome, target)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
          className="size-8"
        />
        <IconButton
          icon={Trash2}
          label={texts.remove(outcome, target)}
          onClick={() => removeTransition(store, way.id)}
          className="size-8"
        />
      </div>
      {way.condition && !isOpen ? (
        <p className="px-1 text-xs text-ink-soft">
          {texts.onlyWhen} <code className="font-mono wrap-anywhere">{way.condition}</code>
        </p>
      ) : null}
      <IssueList issues={own} />
      {isOpen ? (
        <div id={id} className="rounded-lg border border-line p-3">
          <WayDetails way={way} outcome={outcome} target={target} index={index} count={count} />
        </div>
      ) : null}
    </div>
  );
}
