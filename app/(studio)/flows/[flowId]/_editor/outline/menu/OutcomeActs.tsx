import type { ReactElement } from 'react';
import { MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { transitionsFrom } from '../../canvas/outcome-rows';
import { useEditor, useEditorStore } from '../../editor-context';
import { addRequest } from '../outline-request';
import type { OutlineRow } from '../outline-rows';
import type { RowActs } from '../row-acts';
import { disconnectOutcome } from '../thing-acts';

const texts = words.editor.outline.menu;

type Props = {
  readonly state: string;
  readonly outcome: string;
  readonly row: OutlineRow;
  readonly acts: RowActs;
};

/** What can be done to an outcome: lead it to a new state or one that is there, or nowhere. */
export function OutcomeActs({ state, outcome, row, acts }: Props): ReactElement {
  const store = useEditorStore();
  const isLed = useEditor(({ flow }) => transitionsFrom(flow, state).some((way) => way.outcome === outcome));
  return (
    <>
      <MenuItem onSelect={() => acts.ask(addRequest({ type: 'lead', from: state, outcome }, row.key))}>
        {texts.leadTo}
      </MenuItem>
      <MenuItem onSelect={() => acts.onOpen(row)} keys="↵">
        {texts.edit}
      </MenuItem>
      {isLed ? (
        <MenuItem tone="danger" keys={texts.removeKey} onSelect={() => disconnectOutcome(store, state, outcome)}>
          {texts.disconnect}
        </MenuItem>
      ) : null}
    </>
  );
}
