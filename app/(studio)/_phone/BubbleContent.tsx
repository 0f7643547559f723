import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import type { PhoneHeader, PhoneMessage } from '@/flows/rendering/phone-message';
import { FileLine } from './FileLine';
import { FoldedText } from './FoldedText';
import { MessageText, type Span } from './MessageText';
import type { PhoneContent } from './phone-content';
import { ReceivedParts } from './received/ReceivedParts';
import { VoicePlayer } from './voice/VoicePlayer';

type Props = {
  readonly content: PhoneContent;
  readonly span?: Span | null;
  /** The words of the message that it answers visibly, where they are known. */
  readonly quoted?: string | null;
};

/** A message's words and media; with a span, those words of a text are marked. */
export function BubbleContent({ content, span = null, quoted = null }: Props): ReactElement {
  return (
    <>
      {quoted === null && quotesOf(content) === undefined ? null : (
        <Quotation text={quoted ?? words.simulator.quoted} />
      )}
      <Content content={content} span={span} />
    </>
  );
}

function quotesOf(content: PhoneContent): string | undefined {
  return 'quotes' in content ? content.quotes : undefined;
}

function Quotation({ text }: { readonly text: string }): ReactElement {
  return (
    <blockquote className="mb-1 line-clamp-3 rounded-md border-l-3 border-chat-action bg-sunken px-2 py-1 text-xs text-chat-meta">
      {text}
    </blockquote>
  );
}

function Content({ content, span }: { readonly content: PhoneContent; readonly span: Span | null }): ReactNode {
  switch (content.type) {
    case 'text':
      return span ? <MessageText text={content.text} span={span} /> : <FoldedText text={content.text} />;
    case 'buttons':
    case 'list':
    case 'link':
      return (
        <>
          <FoldedText text={content.text} />
          {content.footer ? <p className="mt-1 text-xs text-chat-meta">{content.footer}</p> : null}
        </>
      );
    case 'locationRequest':
      return <FoldedText text={content.text} />;
    case 'media':
      return (
        <>
          <Media media={content} />
          {content.caption ? <FoldedText text={content.caption} /> : null}
        </>
      );
    case 'reaction':
      return (
        <p role="img" aria-label={words.simulator.reacted(content.emoji)} className="text-2xl">
          {content.emoji}
        </p>
      );
    case 'template':
      return <Template template={content} />;
    case 'file':
    case 'location':
    case 'contacts':
    case 'form':
    case 'order':
    case 'unsupported':
      return <ReceivedParts content={content} span={span} />;
    default:
      return content satisfies never;
  }
}

/** What we made ourselves is played; an author's address may lead anywhere and is only named. */
function Media({
  media: { kind, url, filename },
}: {
  readonly media: Extract<PhoneMessage, { type: 'media' }>;
}): ReactElement {
  const isSound = kind === 'voice' || kind === 'audio';
  if (!isSound || !url?.startsWith('/api/')) return <FileLine kind={kind} url={url} name={filename} />;
  return <VoicePlayer url={url} label={words.simulator.file[kind]} durationMs={null} />;
}

type TemplateProps = { readonly template: Extract<PhoneMessage, { type: 'template' }> };

/** The words of a template are at WhatsApp: what is seen is its name and what fills it. */
function Template({ template: { name, header, variables } }: TemplateProps): ReactElement {
  return (
    <>
      {header ? <Header header={header} /> : null}
      <p className="text-xs text-chat-meta">{words.simulator.template}</p>
      <p className="font-medium wrap-anywhere">{name}</p>
      {variables.length > 0 ? <p>{variables.join(' · ')}</p> : null}
    </>
  );
}

function Header({ header }: { readonly header: PhoneHeader }): ReactElement {
  if (header.type === 'text') return <p className="font-semibold wrap-anywhere">{header.text}</p>;
  return <FileLine kind={header.type} url={header.url} />;
}
