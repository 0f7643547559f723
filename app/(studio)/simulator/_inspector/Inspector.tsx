'use client';

import { Telescope } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import type { Conversation, Focus } from '../conversation-types';
import { Facts } from './Facts';
import { Plans } from './Plans';
import { Standing } from './Standing';
import { Turns } from './Turns';

type Props = {
  readonly conversation: Conversation | undefined;
  readonly flow: Flow | undefined;
  /** The turn that was asked for at a message, shown open. */
  readonly openTurnId: string | null;
  readonly onFocus: (focus: Focus) => void;
  readonly onCloseTurn: () => void;
};

/** Beside the phone: where the conversation stands, what is known from which words, and every turn in full. */
export function Inspector({ conversation, flow, openTurnId, onFocus, onCloseTurn }: Props): ReactElement {
  const [chosenTab, setChosenTab] = useState<'facts' | 'turns'>('facts');
  const tab = openTurnId === null ? chosenTab : 'turns';
  const session = conversation?.session;
  return (
    <section aria-label={words.inspector.title} className="flex h-full min-h-0 flex-col bg-surface">
      {session ? (
        <>
          <Standing session={session} flow={flow} contactId={conversation.contact.id} />
          <Tabs
            label={words.inspector.tabs.label}
            active={tab}
            onChange={(id) => {
              onCloseTurn();
              setChosenTab(id);
            }}
            tabs={[
              { id: 'facts', label: words.inspector.tabs.facts, count: Object.keys(session.slots).length },
              { id: 'turns', label: words.inspector.tabs.turns, count: conversation.turns.length },
            ]}
            className="flex-1"
          >
            {tab === 'facts' ? (
              <>
                <Facts slots={session.slots} messages={conversation.messages} onFocus={onFocus} />
                <Plans turns={conversation.turns} />
              </>
            ) : (
              <Turns
                key={openTurnId}
                turns={conversation.turns}
                messages={conversation.messages}
                flow={flow}
                openTurnId={openTurnId}
                onFocus={onFocus}
              />
            )}
          </Tabs>
        </>
      ) : (
        <Notice icon={Telescope} title={words.inspector.empty}>
          {words.inspector.emptyBody}
        </Notice>
      )}
    </section>
  );
}
