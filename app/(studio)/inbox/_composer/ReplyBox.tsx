'use client';

import { type ReactElement, useRef, useState, useSyncExternalStore } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { draftsStore } from '../../_drafts/drafts-store';
import { RecordingBar } from '../../_phone/record/RecordingBar';
import { useRecorder } from '../../_phone/record/use-recorder';
import type { usePresence } from '../_conversation/use-presence';
import type { Thread } from '../inbox-types';
import { CannedMenu } from './CannedMenu';
import { QuotedLine } from './QuotedLine';
import { ReplyTools } from './ReplyTools';
import { useAttaching } from './use-attaching';
import { useDrafting } from './use-drafting';
import type { useSending } from './use-sending';
import { WritingField } from './WritingField';

const texts = words.inbox.composer;

type Props = {
  readonly thread: Thread;
  readonly name: string;
  readonly presence: ReturnType<typeof usePresence>;
  readonly sending: ReturnType<typeof useSending>;
  readonly onSent: () => void;
  readonly onTemplate: () => void;
};

/** The field for words to the customer, with everything that helps to write them. */
export function ReplyBox({ thread, name, presence, sending, onSent, onTemplate }: Props): ReactElement {
  const { id: contactId, language } = thread.contact;
  const drafts = useSyncExternalStore(draftsStore.subscribe, draftsStore.read, draftsStore.readOnServer);
  const { reply: text, quote } = draftsStore.of(drafts, contactId);
  const setText = (reply: string): void => draftsStore.type(contactId, { reply });
  const [isWarned, setIsWarned] = useState(false);
  const [isCannedOpen, setIsCannedOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const recorder = useRecorder();
  const answered = quote === null ? {} : { quotes: quote.id };
  const dropQuote = (): void => draftsStore.type(contactId, { quote: null });
  const attaching = useAttaching(async (picked) => {
    await sending.sendFile(picked, answered);
    dropQuote();
  }, onSent);
  const drafting = useDrafting(contactId, (drafted) => draftsStore.add(contactId, drafted));
  const other = presence.typing[0];
  const send = (): void => {
    if (text.trim() === '') return;
    if (other !== undefined && !isWarned) {
      setIsWarned(true);
      return;
    }
    sending.send({ type: 'text', text: text.trim(), ...answered });
    draftsStore.type(contactId, { reply: '', quote: null });
    setIsWarned(false);
    drafting.forget();
    onSent();
  };
  const isCanned = isCannedOpen || /^\/\S*$/.test(text);
  const closeCanned = (): void => {
    setIsCannedOpen(false);
    if (text.startsWith('/')) setText('');
    field.current?.focus();
  };
  if (recorder.state.type === 'recording') {
    const sendNote = async (): Promise<void> => {
      const file = await recorder.finish();
      if (file) attaching.attach({ kind: 'voice', file });
    };
    return <RecordingBar {...recorder.state} onSend={() => void sendNote()} onDrop={recorder.drop} />;
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="relative px-3 pt-2 pb-3"
    >
      {isCanned ? (
        <CannedMenu
          thread={thread}
          search={text.startsWith('/') ? text.slice(1) : ''}
          onPick={(filled) => {
            setText(text.startsWith('/') || text === '' ? filled : `${text}\n${filled}`);
            setIsCannedOpen(false);
            field.current?.focus();
          }}
          onClose={closeCanned}
        />
      ) : null}
      <QuotedLine quote={quote} onDrop={dropQuote} />
      <WritingField
        field={field}
        tab="reply"
        label={texts.reply(name)}
        value={text}
        language={language}
        onChange={(typed) => {
          setText(typed);
          setIsWarned(false);
          if (typed !== '') presence.tellTyping();
        }}
        // Under the open list of canned answers the keys are the list's.
        onSend={isCanned ? () => undefined : send}
      />
      <Said drafting={drafting} problem={attaching.problem ?? microphoneProblem(recorder)} />
      {isWarned && other !== undefined ? (
        <p role="alert" className="mt-1 text-xs font-medium text-mark-ink">
          {words.inbox.presence.warn(other)}
        </p>
      ) : null}
      <ReplyTools
        {...{ isWarned, recorder, attaching, drafting, onTemplate }}
        isEmpty={text === ''}
        onCanned={() => setIsCannedOpen(!isCannedOpen)}
      />
    </form>
  );
}

function microphoneProblem({ state }: ReturnType<typeof useRecorder>): string | null {
  return state.type === 'idle' && state.problem ? words.phone.microphone[state.problem] : null;
}

type SaidProps = { readonly drafting: ReturnType<typeof useDrafting>; readonly problem: string | null };

function Said({ drafting, problem }: SaidProps): ReactElement {
  return (
    <>
      {drafting.isDrafting ? <Spinner label={texts.drafting} className="mt-1 text-xs text-ink-soft" /> : null}
      {drafting.said === null ? null : <p className="mt-1 text-xs text-ink-soft">{drafting.said}</p>}
      {problem === null ? null : (
        <p role="alert" className="mt-1 text-xs text-danger">
          {problem}
        </p>
      )}
    </>
  );
}
