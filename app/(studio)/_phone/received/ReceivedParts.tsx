import { ContactRound, MapPin, ShoppingBag, TextCursorInput } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import type { Span } from '../MessageText';
import type { ReceivedContent } from '../phone-content';
import { FileBubble } from './FileBubble';
import { PartCard } from './PartCard';
import { WordsBelow } from './WordsBelow';

const texts = words.phone;

type Props = { readonly content: ReceivedContent; readonly span: Span | null };

/** What a customer sent and what is more than words, drawn as their phone does. */
export function ReceivedParts({ content, span }: Props): ReactElement {
  switch (content.type) {
    case 'file':
      return <FileBubble content={content} span={span} />;
    case 'location':
      return <Place place={content} span={span} />;
    case 'contacts':
      return <Cards content={content} />;
    case 'form':
      return (
        <>
          <PartCard icon={TextCursorInput} title={content.name}>
            {texts.form}
          </PartCard>
          <WordsBelow text={content.text} span={span} />
        </>
      );
    case 'order':
      return (
        <>
          <PartCard icon={ShoppingBag} title={texts.order(content.items.length)}>
            {content.items.map(({ id, quantity }) => `${quantity} × ${id}`).join(', ')}
          </PartCard>
          <WordsBelow text={content.text} span={span} />
        </>
      );
    case 'unsupported':
      return <p className="text-chat-meta italic">{words.simulator.unsupported(content.kind)}</p>;
    default:
      return content satisfies never;
  }
}

type ContentOf<T extends ReceivedContent['type']> = Extract<ReceivedContent, { type: T }>;

function Place({ place, span }: { readonly place: ContentOf<'location'>; readonly span: Span | null }): ReactElement {
  const { name, address, latitude, longitude } = place;
  const said = [name, address].filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <>
      <PartCard icon={MapPin} title={texts.place}>
        <span className="tabular-nums">{`${latitude.toFixed(4)}, ${longitude.toFixed(4)}`}</span>
      </PartCard>
      <WordsBelow text={said} span={span} />
    </>
  );
}

function Cards({ content: { cards, isOwn } }: { readonly content: ContentOf<'contacts'> }): ReactNode {
  return (
    <>
      {cards.map(({ name, phones }, index) => (
        <PartCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a message's cards never change.
          key={index}
          icon={ContactRound}
          title={name ?? (isOwn ? texts.ownCard : texts.contactCard)}
        >
          {phones.length > 0 ? phones.join(', ') : texts.noNumber}
        </PartCard>
      ))}
      <WordsBelow text={null} span={null} />
    </>
  );
}
