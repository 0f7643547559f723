import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import { RowLine } from './RowLine';

const texts = words.editor.outline;

/** The heading of the rules, or of the notes. */
export function SectionRow({
  id,
  section,
}: {
  readonly id: string;
  readonly section: 'rules' | 'notes';
}): ReactElement {
  const count = useEditor(({ flow }) => flow[section].length);
  const none = section === 'rules' ? texts.noRules : texts.noNotes;
  return (
    <RowLine
      id={id}
      name={<span className="font-semibold">{texts[section]}</span>}
      marks={count === 0 ? none : count}
      more={section === 'rules' ? texts.rulesBody : null}
    />
  );
}
