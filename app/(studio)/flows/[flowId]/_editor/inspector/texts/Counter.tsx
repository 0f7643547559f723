import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { TextUse } from '@/flows/schema/message-template';
import { textLimits } from '@/flows/schema/text-limits';

type Props = {
  readonly id: string;
  /** Characters that are there whatever is filled in. */
  readonly length: number;
  readonly hasPlaceholders: boolean;
  readonly use: TextUse;
};

const texts = words.editor.inspector.texts;
const NEAR = 0.8; // of the limit: then an author should know that there is one

/** How much of what WhatsApp shows is used up, and what happens past it. */
export function Counter({ id, length, hasPlaceholders, use }: Props): ReactElement | null {
  const limit = textLimits[use];
  if (limit === null) return null;
  const over = length - limit;
  const shown = `${number.format(length)}${hasPlaceholders ? '+' : ''}/${number.format(limit)}`;
  return (
    <p
      id={id}
      className={classNames(
        'rounded px-1 text-xs text-ink-faint tabular-nums',
        length >= limit * NEAR && 'bg-mark-soft text-mark-ink',
        over > 0 && 'bg-danger-soft text-danger',
      )}
    >
      <span aria-hidden>{shown}</span>
      <span className="sr-only">
        {texts.count(number.format(length), number.format(limit))}
        {hasPlaceholders ? ` ${texts.plusValues}` : ''}
      </span>
      {over > 0 ? <span className="ml-1">{overWords(use, over, limit)}</span> : null}
    </p>
  );
}

function overWords(use: TextUse, over: number, limit: number): string {
  if (use === 'text') return texts.split(number.format(limit));
  return texts.over(number.format(over), number.format(limit));
}

const number = new Intl.NumberFormat('en-IN');
