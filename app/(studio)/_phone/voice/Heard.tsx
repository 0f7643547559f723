import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeShare } from '../../_figures/write-figure';
import { languageName } from '../../_language/language-name';
import { MessageText, type Span } from '../MessageText';
import type { ReceivedFile } from '../phone-content';

const texts = words.phone;

type Props = { readonly content: ReceivedFile; readonly span: Span | null };

/** What was heard in a voice note and how surely, that it is being heard, or why it was not. */
export function Heard({ content: { file, transcript }, span }: Props): ReactElement | null {
  if (transcript) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
      <div role="group" aria-label={texts.transcript} lang={transcript.language ?? undefined}>
        <MessageText text={transcript.text} span={span} />
        <p lang="en" className="text-xs text-chat-meta">
          {howSurely(transcript)}
        </p>
      </div>
    );
  }
  if (file?.transcriptStatus === 'waiting') return <p className="text-xs text-chat-meta italic">{texts.hearing}</p>;
  if (file?.transcriptStatus !== 'unheard' || file.status === 'failed') return null;
  return <p className="text-xs text-chat-meta italic">{texts.notHeard(reasonOf(file.problemCode))}</p>;
}

function howSurely({ language, confidence }: NonNullable<ReceivedFile['transcript']>): string {
  const name = language === null ? texts.transcript : languageName(language);
  return confidence === null ? name : texts.heardSurely(name, writeShare(confidence));
}

const reasons: Readonly<Record<string, string>> = texts.unheard;

function reasonOf(code: string | null): string {
  return reasons[code ?? ''] ?? texts.otherUnheard;
}
