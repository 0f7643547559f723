'use client';

import { X } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType, ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Spinner } from '@/app/_ui/Spinner';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from './editor-context';
import type { PanelId } from './editor-store';

const texts = words.editor.shell;
const loading = () => <Spinner label={texts.loadingPart} className="p-8 text-sm text-ink-soft" />;

const panels: Readonly<Record<PanelId, ComponentType>> = {
  inspector: dynamic(() => import('./inspector/Inspector').then((part) => part.Inspector), { ssr: false, loading }),
  try: dynamic(() => import('./try/TryPanel').then((part) => part.TryPanel), { ssr: false, loading }),
  issues: dynamic(() => import('./issues/IssuesPanel').then((part) => part.IssuesPanel), { ssr: false, loading }),
  history: dynamic(() => import('./history/HistoryPanel').then((part) => part.HistoryPanel), { ssr: false, loading }),
  versions: dynamic(() => import('./versions/VersionsPanel').then((part) => part.VersionsPanel), {
    ssr: false,
    loading,
  }),
  live: dynamic(() => import('./live/LivePanel').then((part) => part.LivePanel), { ssr: false, loading }),
};
const ids: readonly PanelId[] = ['inspector', 'try', 'issues', 'history', 'versions', 'live'];

/** What stands beside the drawing: one of the panels. */
export function SidePanel(): ReactElement | null {
  const store = useEditorStore();
  const panel = useEditor((state) => state.panel);
  const issues = useEditor((state) => state.issues?.length ?? 0);
  if (panel === null) return null;
  const Shown = panels[panel];
  const tabs = ids.map((id) => ({ id, label: texts.panels[id], ...(id === 'issues' ? { count: issues } : {}) }));
  return (
    <aside aria-label={texts.parts.panel} className="relative h-full bg-surface">
      <Tabs
        label={texts.parts.panel}
        tabs={tabs}
        active={panel}
        onChange={store.getState().showPanel}
        className="h-full [&_[role=tablist]]:overflow-x-auto [&_[role=tablist]]:pr-12 [&_[role=tab]]:px-1.5 [&_[role=tab]]:-outline-offset-2"
      >
        <Shown />
      </Tabs>
      <IconButton
        icon={X}
        label={texts.closePanel}
        onClick={() => store.getState().showPanel(null)}
        className="absolute top-0.5 right-1 bg-surface"
      />
    </aside>
  );
}
