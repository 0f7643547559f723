import { ExternalLink, List, type LucideIcon, MapPin, Reply } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { PhoneMessage } from '@/flows/rendering/phone-message';
import type { MediaKind } from '@/flows/schema/message';
import { MessageText } from '../../../../../_phone/MessageText';
import { mediaIcons } from '../../../../../_phone/media-icons';
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
    case 'link':
      return (
        <>
          <MessageText text={message.text} drawWords={drawChips} />
          {message.footer ? <p className="mt-1 text-xs text-chat-meta">{drawChips(message.footer)}</p> : null}
        </>
      );
    case 'locationRequest':
      return <MessageText text={message.text} drawWords={drawChips} />;
    case 'media':
      return (
        <>
          <FileName kind={message.kind} url={message.url ?? ''} />
          {message.caption ? <MessageText text={message.caption} drawWords={drawChips} /> : null}
        </>
      );
    case 'reaction':
      return <p className="text-2xl">{message.emoji}</p>;
    case 'template':
      return <Template template={message} />;
    default:
      return message satisfies never;
  }
}

/** Named, not loaded: an author's address may lead anywhere. */
function FileName({ kind, url }: { readonly kind: MediaKind; readonly url: string }): ReactElement {
  const Icon = mediaIcons[kind];
  return (
    <p className="mb-1 flex items-center gap-2 rounded-md bg-sunken p-2 text-xs wrap-anywhere">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
      {drawChips(url)}
    </p>
  );
}

type TemplateProps = { readonly template: Extract<PhoneMessage, { type: 'template' }> };

function Template({ template: { name, header, variables, buttons } }: TemplateProps): ReactElement {
  return (
    <>
      {header?.type === 'text' ? <p className="font-semibold">{drawChips(header.text)}</p> : null}
      {header && header.type !== 'text' ? <FileName kind={header.type} url={header.url ?? ''} /> : null}
      <p className="font-medium wrap-anywhere">{name}</p>
      {variables.map((variable, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a template's values are known by their place
        <p key={index}>{drawChips(variable)}</p>
      ))}
      {buttons.map(({ index, type, value }) => (
        <p key={index} className="text-xs text-chat-meta wrap-anywhere">
          {words.simulator.templateButtons[type]} {index + 1}: {drawChips(value)}
        </p>
      ))}
    </>
  );
}

function Choices({ message }: Pick<Props, 'message'>): ReactElement | null {
  if (message.type === 'link') return <OneButton icon={ExternalLink} label={message.label} />;
  if (message.type === 'locationRequest') return <OneButton icon={MapPin} label={words.simulator.sendLocation} />;
  if (message.type !== 'buttons' && message.type !== 'list') return null;
  return (
    <>
      {message.type === 'list' ? <OneButton icon={List} label={message.label} /> : null}
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

function OneButton({ icon: Icon, label }: { readonly icon: LucideIcon; readonly label: string }): ReactElement {
  return (
    <p className={choiceLook}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {drawChips(label)}
    </p>
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
