import { Plus } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import { connect } from '@/flows/edit/connect';
import type { Transition } from '@/flows/schema/flow';
import { familyColour, type OutcomeRow as Outcome } from '../../canvas/outcome-rows';
import { useEditor, useEditorStore } from '../../editor-context';
import { IssueList } from '../form/IssueList';
import { issuesAt } from '../form/issues-at';
import { TargetPicker } from './TargetPicker';
import { WayEditor } from './WayEditor';

type Props = {
  readonly stateId: string;
  readonly outcome: Outcome;
  /** In the order in which they are tried. */
  readonly ways: readonly Transition[];
  readonly targets: readonly Option<string>[];
};
const { outcomes: texts, edits } = words.editor.inspector;

/** One outcome and where it leads, which may depend on conditions. */
export const OutcomeRow = memo(function OutcomeRow({ stateId, outcome, ways, targets }: Props): ReactElement {
  const store = useEditorStore();
  const issues = useEditor((state) => state.issues);
  const addWay = () => {
    const to = ways.at(-1)?.to ?? stateId;
    store
      .getState()
      .edit(edits.addWay(outcome.id, stateId), (flow) =>
        connect(flow, { from: stateId, outcome: outcome.id, to, condition: FIRST_CONDITION }),
      );
  };
  return (
    <li data-path={outcome.id} className="flex min-w-0 flex-col gap-1.5">
      <div className="flex min-h-7 items-center gap-2">
        <span
          aria-hidden
          className="size-2.5 shrink-0 rounded-full"
          style={{ background: familyColour(outcome.family) }}
        />
        <span className="min-w-0 grow text-sm font-medium wrap-anywhere">{outcome.label}</span>
        <IconButton icon={Plus} label={texts.addWay(outcome.label)} onClick={addWay} className="size-7" />
      </div>
      {outcome.ends === 'unknown' ? <p className="text-xs text-danger">{texts.unknown}</p> : null}
      <IssueList issues={issuesAt(issues, { state: stateId }, outcome.id)} />
      {ways.length === 0 ? (
        <TargetPicker
          label={texts.leadsTo(outcome.label)}
          way={{ from: stateId, outcome: outcome.id, id: null }}
          value={null}
          targets={targets}
        />
      ) : null}
      {ways.map((way, index) => (
        <WayEditor key={way.id} way={way} outcome={outcome.label} targets={targets} index={index} count={ways.length} />
      ))}
    </li>
  );
});

/** A condition to begin with; the way leads where the outcome led before, so that nothing changes until it is edited. */
const FIRST_CONDITION = 'known(name)';
