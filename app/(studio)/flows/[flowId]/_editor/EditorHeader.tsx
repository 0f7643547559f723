'use client';

import {
  ArrowLeft,
  Command as CommandIcon,
  Keyboard,
  MapPin,
  PanelRight,
  Redo2,
  Search,
  Undo2,
  Upload,
} from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button, buttonClass } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Segments } from '@/app/_ui/Segments';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { languageName } from '../../../_language/language-name';
import type { CommandContext } from './commands/command';
import { useUntakenText } from './document/use-untaken-text';
import { useEditor } from './editor-context';
import type { ViewId } from './editor-store';
import { nextRedo, nextUndo } from './history';
import { IssueCount } from './issues/IssueCount';
import { SavingLabel } from './saving/SavingLabel';

const texts = words.editor.shell;
const named = words.editor.commands.commands;

const views = [
  { id: 'canvas', label: texts.views.canvas },
  { id: 'languages', label: texts.views.languages },
  { id: 'document', label: texts.views.document },
] as const satisfies { id: ViewId; label: string }[];

/** The same, where the document view still holds a text. */
const viewsWithUntaken = views.map((view) =>
  view.id === 'document' ? { ...view, mark: words.editor.document.untaken } : view,
);

type Props = { readonly context: CommandContext; readonly contactName: string | null };

/** The flow's name, where its changes are, and the ways to everything else. */
export function EditorHeader({ context, contactName }: Props): ReactElement {
  const { store } = context;
  const name = useEditor((state) => state.flow.name);
  const languages = useEditor((state) => state.flow.languages);
  const language = useEditor((state) => state.language);
  const view = useEditor((state) => state.view);
  const panel = useEditor((state) => state.panel);
  const hasUntaken = useUntakenText();
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-3 py-2">
      <Link href="/flows" aria-label={texts.allFlows} className={buttonClass('bare', 'size-9 px-0')}>
        <ArrowLeft aria-hidden className="size-4" />
      </Link>
      <div className="min-w-0 flex-1 basis-32">
        <h1 className="truncate text-base leading-snug font-semibold">{name}</h1>
        <div className="flex flex-wrap items-center gap-x-2">
          <SavingLabel onDecide={() => context.open('decide')} />
          {contactName === null ? null : (
            <Badge tone="mark">
              <MapPin aria-hidden className="size-3" />
              {words.editor.canvas.following(contactName)}
            </Badge>
          )}
        </div>
      </div>
      <div className="flex items-center gap-3 max-lg:order-last max-lg:relative max-lg:w-full max-lg:overflow-x-auto max-lg:[&>*]:shrink-0">
        <UndoButtons context={context} />
        <IssueCount />
        <Segments
          label={texts.views.label}
          segments={hasUntaken ? viewsWithUntaken : views}
          active={view}
          onChange={store.getState().showView}
        />
        <Select
          label={texts.language}
          isLabelHidden
          value={language}
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
          onChange={store.getState().setLanguage}
          className="w-32"
        />
        <div className="flex items-center">
          <IconButton icon={Search} label={named.search} onClick={() => context.open('search')} />
          <IconButton icon={CommandIcon} label={named.palette} onClick={() => context.open('palette')} />
          <IconButton
            icon={Keyboard}
            label={named.keys}
            onClick={() => context.open('keys')}
            className="max-lg:hidden"
          />
          <IconButton
            icon={PanelRight}
            label={panel === null ? texts.openPanel : texts.closePanel}
            aria-pressed={panel !== null}
            onClick={() => store.getState().showPanel(panel === null ? 'inspector' : null)}
          />
        </div>
      </div>
      <Button onClick={() => store.getState().showPanel('try')}>{named.try}</Button>
      <Button look="primary" onClick={() => context.open('publish')}>
        <Upload aria-hidden className="size-4" />
        {texts.publish}
      </Button>
    </header>
  );
}

function UndoButtons({ context }: { readonly context: CommandContext }): ReactElement {
  const undo = useEditor((state) => nextUndo(state.history));
  const redo = useEditor((state) => nextRedo(state.history));
  return (
    <div className="flex">
      <IconButton
        icon={Undo2}
        label={undo ? named.undoOf(undo.label) : named.undo}
        disabled={!undo}
        onClick={() => context.store.getState().undo()}
      />
      <IconButton
        icon={Redo2}
        label={redo ? named.redoOf(redo.label) : named.redo}
        disabled={!redo}
        onClick={() => context.store.getState().redo()}
      />
    </div>
  );
}
