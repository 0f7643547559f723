import { FlaskConical } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { stateOf } from '../../canvas/group-box';
import { useEditor, useEditorStore } from '../../editor-context';
import { useTryStore } from '../../try/try-context';
import { newTryout } from '../../try/tryout';
import type { Moment } from './replay-moment';

const texts = words.editor.live.replay;

/** Starts a try-out of the draft where the conversation stood: same state, same slots, same language. */
export function OpenInDraft({ moment }: { readonly moment: Moment }): ReactElement {
  const editor = useEditorStore();
  const tryout = useTryStore();
  const state = moment.step.stateAfter;
  const isThere = useEditor(({ flow }) => stateOf(flow, state) !== undefined);
  const open = (): void => {
    const { flow, showPanel } = editor.getState();
    const spoken = moment.language !== null && flow.languages.includes(moment.language);
    const { start } = newTryout(spoken && moment.language ? moment.language : flow.defaultLanguage, new Date());
    tryout.getState().startOver({ ...start, state, slots: Object.fromEntries(moment.slots), startedBy: 'business' });
    showPanel('try');
  };
  if (!isThere) return <p className="mt-3 text-xs text-ink-soft">{texts.notInDraft}</p>;
  return (
    <Button className="mt-3" onClick={open}>
      <FlaskConical aria-hidden className="size-4" />
      {texts.openInDraft}
    </Button>
  );
}
