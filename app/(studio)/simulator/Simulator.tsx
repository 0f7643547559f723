'use client';

import { type ReactElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from '@/app/_ui/class-names';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import { problemOf } from '../_trpc/problem-of';
import { BeginSheet } from './_contacts/BeginSheet';
import { type Beginning, beginAgain, beginNew } from './_contacts/beginning';
import { ContactList } from './_contacts/ContactList';
import { Inspector } from './_inspector/Inspector';
import { insteadOfMessages } from './_phone/instead-of-messages';
import { Phone } from './_phone/Phone';
import type { Focus } from './conversation-types';
import { useBegin, useSimulator } from './use-simulator';

type View = 'contacts' | 'chat' | 'inspector';

const texts = words.simulator;

const views = [
  { id: 'contacts', label: texts.views.contacts },
  { id: 'chat', label: texts.views.chat },
  { id: 'inspector', label: texts.views.inspector },
] as const satisfies { id: View; label: string }[];

/** The customer's phone in the middle, who is writing on the left, and what the runtime saw on the right. */
export function Simulator(): ReactElement {
  const reading = useSimulator();
  const { contacts, flows, contactId, conversation, flow } = reading;
  const [view, setView] = useState<View>('chat');
  const [focus, setFocus] = useState<Focus | null>(null);
  const [openTurnId, setOpenTurnId] = useState<string | null>(null);
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const begin = useBegin(() => {
    setBeginning(null);
    setFocus(null);
    setOpenTurnId(null);
    setView('chat');
  });
  const { data } = conversation;
  const showWords = (wanted: Focus): void => {
    // The message must be on the screen before it can be scrolled to.
    flushSync(() => {
      setFocus(wanted);
      setView('chat');
    });
    document.getElementById(`message-${wanted.messageId}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  const newIn = (language: string | null): Beginning | null => beginNew(flows.data ?? [], language);
  return (
    <div className="flex h-full flex-col">
      <h1 className="sr-only">{texts.title}</h1>
      <div className="border-b border-line bg-surface px-3 py-2 lg:hidden">
        <Segments label={texts.views.label} active={view} onChange={setView} segments={views} />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className={pane(view === 'contacts', 'border-line bg-surface lg:w-60 lg:border-r xl:w-72')}>
          <ContactList
            contacts={contacts}
            openId={contactId}
            onAdd={flows.data?.length ? () => setBeginning(newIn(null)) : null}
            onOpen={() => setView('chat')}
          />
        </div>
        <div className={pane(view === 'chat', 'flex min-w-0 flex-1 justify-center lg:p-5')}>
          <Phone
            contactId={contactId}
            conversation={data}
            isStale={data !== undefined && conversation.isError}
            businessName={data?.businessName ?? words.product}
            focus={focus}
            instead={insteadOfMessages(reading, begin, (language) => {
              const wanted = newIn(language);
              if (wanted) begin.mutate(wanted);
            })}
            onReset={data ? () => setBeginning(beginAgain(data, flows.data ?? [])) : null}
            onShowTurn={(turnId) => {
              setOpenTurnId(turnId);
              setView('inspector');
            }}
          />
        </div>
        <div className={pane(view === 'inspector', 'border-line lg:w-96 lg:border-l xl:w-[30rem]')}>
          <Inspector
            conversation={data}
            flow={flow}
            openTurnId={openTurnId}
            onCloseTurn={() => setOpenTurnId(null)}
            onFocus={showWords}
          />
        </div>
      </div>
      {beginning ? (
        <BeginSheet
          initial={beginning}
          flows={flows.data ?? []}
          isBusy={begin.isPending}
          problem={begin.error ? problemOf(begin.error) : null}
          onBegin={(wanted) => begin.mutate(wanted)}
          onClose={() => setBeginning(null)}
        />
      ) : null}
    </div>
  );
}

/** On wide screens all three parts stand side by side; else the chosen one has the screen. */
function pane(isChosen: boolean, className: string): string {
  return classNames('w-full', className, !isChosen && 'max-lg:hidden');
}
