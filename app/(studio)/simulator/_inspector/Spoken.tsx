import { Mic } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeDuration } from '../../_figures/write-figure';
import { languageName } from '../../_language/language-name';
import { Confidence } from '../../_reading/Confidence';
import type { ChatMessage, Turn } from '../conversation-types';

const texts = words.inspector;

type Props = { readonly turn: Turn; readonly messages: readonly ChatMessage[] };

/** The voice notes that a turn answers: what was heard, in which language and how surely, and how long the turn waited for it. */
export function Spoken({ turn, messages }: Props): ReactElement | null {
  const notes = messages.flatMap((message) => noteIn(message, turn));
  if (notes.length === 0) return null;
  const { waitedMs } = turn.timings;
  return (
    <div className="flex flex-col gap-1 text-xs text-ink-soft">
      <p className="flex gap-1.5">
        <Mic aria-hidden className="mt-[3px] size-3.5 shrink-0 text-accent" />
        {waitedMs > NOTICEABLE_MS ? texts.spokenWaited(writeDuration(waitedMs)) : texts.spoken}
      </p>
      {notes.map(({ id, transcript }) => (
        <Words key={id} transcript={transcript} />
      ))}
    </div>
  );
}

/** A burst of texts waits as long too. */
const NOTICEABLE_MS = 1_000;

function noteIn(message: ChatMessage, turn: Turn) {
  if (message.direction !== 'in' || !turn.messageIds.includes(message.id)) return [];
  const { id, content } = message;
  return content.type === 'media' && content.kind === 'voice' ? [{ id, transcript: content.transcript }] : [];
}

type WordsProps = Pick<ReturnType<typeof noteIn>[number], 'transcript'>;

function Words({ transcript }: WordsProps): ReactElement {
  if (!transcript) return <p className="pl-5 italic">{texts.unspoken}</p>;
  const { text, language, confidence } = transcript;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 pl-5">
      <q lang={language ?? undefined} className="text-sm text-ink wrap-anywhere">
        {text}
      </q>
      {language === null ? null : languageName(language)}
      {confidence === null ? null : <Confidence share={confidence} />}
    </p>
  );
}
