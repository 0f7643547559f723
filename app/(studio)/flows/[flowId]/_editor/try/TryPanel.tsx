'use client';

import { type ReactElement, useCallback, useState } from 'react';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import { SaidTab } from './said/SaidTab';
import { ScenariosTab } from './scenarios/ScenariosTab';
import { TalkTab } from './talk/TalkTab';
import { TryProvider } from './try-context';
import { useFollowingDraft } from './use-following';

type TabId = 'talk' | 'said' | 'scenarios';

const texts = words.editor.try;

const tabs = [
  { id: 'talk', label: texts.tabs.talk },
  { id: 'said', label: texts.tabs.said },
  { id: 'scenarios', label: texts.tabs.scenarios },
] as const satisfies { id: TabId; label: string }[];

/** The draft as it talks: a phone beside the drawing, what each state said, and the scenarios that it must pass. */
export function TryPanel(): ReactElement {
  return (
    <TryProvider>
      <Panel />
    </TryProvider>
  );
}

function Panel(): ReactElement {
  const [tab, setTab] = useState<TabId>('talk');
  const talk = useCallback(() => setTab('talk'), []);
  useFollowingDraft();
  return (
    <Tabs label={texts.tabs.label} tabs={tabs} active={tab} onChange={setTab} className="h-full">
      {tab === 'talk' ? <TalkTab /> : null}
      {tab === 'said' ? <SaidTab onTalk={talk} /> : null}
      {tab === 'scenarios' ? <ScenariosTab onTalk={talk} /> : null}
    </Tabs>
  );
}
