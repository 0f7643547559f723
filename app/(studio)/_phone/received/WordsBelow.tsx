import type { ReactElement } from 'react';
import { MessageText, type Span } from '../MessageText';

type Props = { readonly text: string | null | undefined; readonly span: Span | null };

/** The words below a card; without any, the room that the time in the bubble's corner takes. */
export function WordsBelow({ text, span }: Props): ReactElement {
  return text ? <MessageText text={text} span={span} /> : <div aria-hidden className="h-3" />;
}
