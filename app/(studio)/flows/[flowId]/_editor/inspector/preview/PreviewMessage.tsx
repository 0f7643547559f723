import { FileText, Image as ImageIcon, List, Mic, Reply, Video } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { PhoneMessage } from '@/flows/rendering/phone-message';
import { MessageText } from '../../../../../_phone/MessageText';
import { splitChips } from './chips';

type Props = { readonly message: PhoneMessage; readonly isFirst: boolean };

/** One message as a phone shows it, with chips where values come. Nothing in it can be tapped. */
export function PreviewMessage({ message, isFirst }: Props): ReactElement {
  return (
    <article className="flex max-w-[85%] min-w-0 flex-col self-start px-2">
      <div
        className={classNames(
          'relative rounded-lg bg-chat-in px-2.5 py-1.5 text-sm text-chat-ink shadow-card',
          isFirst && 'tail-other rounded-tl-none',
        )}
      >
        <Content message={message} />
      </div>
      <Choices message={message} />
    </article>
  );
}

function Content({ message }: Pick<Props, 'message'>): ReactNode {
  switch (message.type) {
    case 'text':
      return <MessageText text={message.text} drawWords={drawChips} />;
    case 'buttons':
    case 'list':
      return (
        <>
          <MessageText text={message.text} drawWords={drawChips} />
          {message.footer ? <p className="mt-1 text-xs text-chat-meta">{drawChips(message.footer)}</p> : null}
        </>
      );
    case 'media':
      return <Media kind={message.kind} url={message.url} caption={message.caption} />;
    case 'template':
      return (
        <>
          <p className="font-medium wrap-anywhere">{message.name}</p>
          {message.variables.map((variable, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a template's values are known by their place
            <p key={index}>{drawChips(variable)}</p>
          ))}
        </>
      );
    default:
      return message satisfies never;
  }
}

type MediaProps = Pick<Extract<PhoneMessage, { type: 'media' }>, 'kind' | 'url' | 'caption'>;

/** Named, not loaded: an author's address may lead anywhere. */
function Media({ kind, url, caption }: MediaProps): ReactElement {
  const Icon = mediaIcons[kind];
  return (
    <>
      <p className="mb-1 flex items-center gap-2 rounded-md bg-sunken p-2 text-xs wrap-anywhere">
        <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
        {drawChips(url)}
      </p>
      {caption ? <MessageText text={caption} drawWords={drawChips} /> : null}
    </>
  );
}

const mediaIcons = { image: ImageIcon, video: Video, audio: Mic, document: FileText } as const;

function Choices({ message }: Pick<Props, 'message'>): ReactElement | null {
  if (message.type !== 'buttons' && message.type !== 'list') return null;
  return (
    <>
      {message.type === 'list' ? (
        <p className={choiceLook}>
          <List aria-hidden className="size-4 shrink-0" />
          {drawChips(message.label)}
        </p>
      ) : null}
      <ul className={message.type === 'list' ? 'mt-0.5 rounded-lg bg-chat-in px-3 py-1 shadow-card' : undefined}>
        {message.choices.map(({ id, title, description }) => (
          <li key={id} className={message.type === 'buttons' ? choiceLook : 'py-1 text-sm text-chat-ink'}>
            {message.type === 'buttons' ? <Reply aria-hidden className="size-4 shrink-0" /> : null}
            <span className="min-w-0 wrap-anywhere">{drawChips(title)}</span>
            {description ? <span className="block text-xs text-chat-meta">{drawChips(description)}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const choiceLook =
  'mt-0.5 flex min-h-9 items-center justify-center gap-2 rounded-lg bg-chat-in px-3 py-1 text-sm font-medium text-chat-action shadow-card';

function drawChips(text: string): ReactNode {
  return splitChips(text).map((piece, index) =>
    piece.type === 'text' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their order
      <span key={index} lang="en" className="rounded bg-mark-soft px-1 text-mark-ink">
        ‹{piece.text}›
      </span>
    ),
  );
}
