'use client';

import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type RefObject, useRef, useState } from 'react';
import { words } from '@/app/_words/en';
import { AttachMenu } from './attach/AttachMenu';
import type { Attachment } from './attach/attachment';
import { isSendKey } from './is-send-key';
import { recallOf } from './recall';
import { MicrophoneButton } from './record/MicrophoneButton';
import { RecordingBar } from './record/RecordingBar';
import { type Recorder, useRecorder } from './record/use-recorder';
import { Suggestions } from './Suggestions';

const LONGEST_TEXT = 4096; // text.body, Cloud API reference

/** What a phone can send that is not typed. */
type Attaching = Readonly<{ screen: HTMLElement | null; onAttach: (attachment: Attachment) => void }>;

type Props = {
  readonly isDisabled: boolean;
  /** What the customer might say next, in their language. */
  readonly suggestions: readonly string[];
  readonly language: string;
  /** What was sent before, oldest first: the up and down keys bring it back into the field. */
  readonly sent: readonly string[];
  readonly onSend: (text: string) => void;
  /** Without it there is neither microphone nor plus. */
  readonly attaching?: Attaching;
};

/** Where the customer types: Enter sends, Shift+Enter begins a line, and a word being composed is never cut off. */
export function Composer({ isDisabled, suggestions, language, sent, onSend, attaching }: Props): ReactElement {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const recorder = useRecorder();
  const { state } = recorder;
  const send = (): void => {
    if (isDisabled || text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  const onKey = (event: KeyboardEvent): void => {
    const recalled = recallOf(event.nativeEvent, text, sent);
    if (recalled === null && !isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    if (recalled === null) send();
    else setText(recalled);
  };
  if (attaching && state.type === 'recording') {
    return (
      <div className="shrink-0 bg-chat-bar">
        <RecordingBar {...state} {...noteHandlers(recorder, attaching)} />
      </div>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="shrink-0 bg-chat-bar"
    >
      <Suggestions
        texts={isDisabled || text !== '' ? [] : suggestions}
        language={language}
        onPick={(suggestion) => {
          setText(suggestion);
          field.current?.focus();
        }}
      />
      {state.type === 'idle' && state.problem ? (
        <p role="alert" className="px-4 pt-2 text-xs text-danger">
          {words.phone.microphone[state.problem]}
        </p>
      ) : null}
      <div className="flex items-end gap-2 p-2">
        {attaching ? <AttachMenu isDisabled={isDisabled} {...attaching} /> : null}
        <Field {...{ field, text, isDisabled, onKey }} onChange={setText} />
        {attaching && text === '' ? (
          <MicrophoneButton isDisabled={isDisabled || state.type === 'asking'} onStart={recorder.start} />
        ) : (
          <SendButton isDisabled={isDisabled || text.trim() === ''} />
        )}
      </div>
    </form>
  );
}

function noteHandlers({ finish, drop }: Recorder, { onAttach }: Attaching) {
  const send = async (): Promise<void> => {
    const file = await finish();
    if (file) onAttach({ type: 'file', picked: { kind: 'voice', file } });
  };
  return { onSend: () => void send(), onDrop: drop };
}

type FieldProps = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly isDisabled: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onChange: (text: string) => void;
};

function Field({ field, text, isDisabled, onKey, onChange }: FieldProps): ReactElement {
  return (
    <textarea
      ref={field}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKey}
      disabled={isDisabled}
      maxLength={LONGEST_TEXT}
      rows={1}
      aria-label={words.simulator.message}
      placeholder={words.simulator.message}
      className="field-sizing-content max-h-32 min-h-10 min-w-0 flex-1 resize-none rounded-3xl bg-chat-in px-4 py-2 text-sm text-chat-ink shadow-card outline-offset-0 placeholder:text-chat-meta max-md:text-base"
    />
  );
}

function SendButton({ isDisabled }: { readonly isDisabled: boolean }): ReactElement {
  return (
    <button
      type="submit"
      disabled={isDisabled}
      aria-label={words.simulator.send}
      className="flex size-10 shrink-0 items-center justify-center rounded-full bg-chat-send text-chat-in transition-opacity disabled:opacity-45"
    >
      <SendHorizontal aria-hidden className="size-5" />
    </button>
  );
}
