import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { Quote } from '../../_drafts/drafts-store';

const texts = words.inbox.composer;

type Props = { readonly quote: Quote | null; readonly onDrop: () => void };

/** Which message is answered, above the field. */
export function QuotedLine({ quote, onDrop }: Props): ReactElement | null {
  if (quote === null) return null;
  return (
    <div className="mb-1.5 flex items-center gap-1 rounded-lg border-l-3 border-accent bg-sunken pl-2.5">
      <p className="min-w-0 flex-1 py-1 text-xs">
        <span className="block text-ink-soft">{texts.answering}</span>
        <span lang={quote.language} className="line-clamp-2 wrap-anywhere">
          {quote.words}
        </span>
      </p>
      <IconButton icon={X} label={texts.dropQuote} onClick={onDrop} className="shrink-0" />
    </div>
  );
}
