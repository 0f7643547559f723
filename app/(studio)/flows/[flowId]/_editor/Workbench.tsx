'use client';

import { type ReactElement, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { classNames } from '@/app/_ui/class-names';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { AskedQuestion } from './asked/AskedQuestion';
import { useChecking } from './checking/use-checking';
import type { DialogId } from './commands/command';
import { useClipboard } from './commands/use-clipboard';
import { useCommandContext } from './commands/use-command-context';
import { useKeys } from './commands/use-keys';
import { Dialogs } from './Dialogs';
import { EditorHeader } from './EditorHeader';
import { useEditor } from './editor-context';
import { useLivePeople } from './live/use-live-people';
import { MainView } from './MainView';
import { Outline } from './outline/Outline';
import { SidePanel } from './SidePanel';
import { UnreadableDraft } from './saving/UnreadableDraft';
import { useInspectorAtHand } from './use-inspector-at-hand';
import { useIsWide } from './use-is-wide';
import { useKnownFlows } from './use-known-flows';
import { useTrail } from './use-trail';

type Part = 'outline' | 'main' | 'panel';
const texts = words.editor.shell;

/** The parts of the editor around one another: outline, drawing and panel side by side, or one at a time on a phone. */
export function Workbench({ unreadable }: { readonly unreadable: readonly FlowIssue[] | null }): ReactElement {
  const [dialog, setDialog] = useState<DialogId | null>(null);
  const context = useCommandContext(setDialog);
  useKeys(context, dialog !== null);
  useClipboard(context);
  useChecking();
  useKnownFlows();
  useLivePeople();
  useInspectorAtHand();
  const contactName = useTrail();
  return (
    <div className="flex h-full flex-col">
      <EditorHeader context={context} contactName={contactName} />
      <UnreadableDraft issues={unreadable} />
      <AskedQuestion />
      {useIsWide() ? <SideBySide /> : <OneAtATime />}
      <Dialogs dialog={dialog} context={context} onClose={() => setDialog(null)} />
    </div>
  );
}

function SideBySide(): ReactElement {
  const view = useEditor((state) => state.view);
  const panel = useEditor((state) => state.panel);
  return (
    <Group orientation="horizontal" className="min-h-0 flex-1">
      {view === 'canvas' ? (
        <>
          <Panel
            id="outline"
            defaultSize={272}
            minSize={180}
            maxSize={480}
            collapsible
            groupResizeBehavior="preserve-pixel-size"
          >
            <aside aria-label={texts.parts.outline} className="h-full overflow-hidden bg-surface">
              <Outline />
            </aside>
          </Panel>
          <Handle />
        </>
      ) : null}
      <Panel id="main" minSize={320}>
        <MainView />
      </Panel>
      {panel === null ? null : (
        <>
          <Handle />
          <Panel id="panel" defaultSize={456} minSize={320} maxSize={840} groupResizeBehavior="preserve-pixel-size">
            <SidePanel />
          </Panel>
        </>
      )}
    </Group>
  );
}

function Handle(): ReactElement {
  return (
    <Separator className="w-px bg-line outline-offset-0 hover:w-1 hover:bg-accent focus-visible:w-1 focus-visible:bg-accent" />
  );
}

function OneAtATime(): ReactElement {
  const panel = useEditor((state) => state.panel);
  const view = useEditor((state) => state.view);
  const [chosen, setChosen] = useState<Part>('main');
  const [shownPanel, setShownPanel] = useState(panel);
  if (panel !== shownPanel) {
    setShownPanel(panel);
    if (panel !== null) setChosen('panel');
  }
  const part = panel === null && chosen === 'panel' ? 'main' : chosen;
  const parts = [
    { id: 'outline', label: texts.parts.outline },
    { id: 'main', label: texts.views[view] },
    { id: 'panel', label: texts.parts.panel },
  ] as const satisfies { id: Part; label: string }[];
  return (
    <>
      <div className="border-b border-line bg-surface px-3 py-2">
        <Segments label={texts.parts.label} active={part} onChange={setChosen} segments={parts} />
      </div>
      <div className="relative min-h-0 flex-1">
        {part === 'outline' ? <Outline /> : null}
        {part === 'panel' ? <SidePanel /> : null}
        {/* Out of sight, but as large as before: a canvas without a size can't fly to a state. */}
        <div
          className={classNames(
            'absolute inset-0',
            part !== 'main' && 'pointer-events-none -z-10 [content-visibility:hidden]',
          )}
        >
          <MainView />
        </div>
      </div>
    </>
  );
}
