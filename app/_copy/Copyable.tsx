import { Check, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';

const texts = words.copying;

type Props = {
  /** What is copied, in words. */
  readonly label: string;
  readonly text: string;
};

/** Something that is to be typed elsewhere, exactly: it can be copied. */
export function Copyable({ label, text }: Props): ReactElement {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed'); // not allowed, or not there: a page without https has no clipboard
    }
  };
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1">
      <code className="min-w-0 rounded-md bg-sunken px-1.5 py-0.5 font-mono text-xs text-ink break-all">{text}</code>
      <IconButton icon={outcome === 'copied' ? Check : Copy} label={texts.copy(label)} onClick={() => void copy()} />
      <span role="status" className="text-xs text-ink-soft">
        {outcome === 'copied' ? texts.copied : null}
        {outcome === 'failed' ? texts.notCopied : null}
      </span>
    </span>
  );
}
