import { FileText, Image as ImageIcon, Mic, Video } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import type { PhoneMessage } from '@/flows/rendering/phone-message';
import { FoldedText } from './FoldedText';
import { MessageText, type Span } from './MessageText';

/** What stands in a bubble; `unsupported` is a kind of message that can't be read yet. */
export type PhoneContent = PhoneMessage | Readonly<{ type: 'unsupported'; kind: string }>;

type Props = { readonly content: PhoneContent; readonly span?: Span | null };

/** A message's words and media; with a span, those words of a text are marked. */
export function BubbleContent({ content, span = null }: Props): ReactNode {
  switch (content.type) {
    case 'text':
      return span ? <MessageText text={content.text} span={span} /> : <FoldedText text={content.text} />;
    case 'buttons':
    case 'list':
      return (
        <>
          <FoldedText text={content.text} />
          {content.footer ? <p className="mt-1 text-xs text-chat-meta">{content.footer}</p> : null}
        </>
      );
    case 'media':
      return <Media kind={content.kind} url={content.url} caption={content.caption} />;
    case 'template':
      return <Template name={content.name} variables={content.variables} />;
    case 'unsupported':
      return <p className="text-chat-meta italic">{words.simulator.unsupported(content.kind)}</p>;
    default:
      return content satisfies never;
  }
}

type MediaProps = { readonly kind: keyof typeof mediaIcons; readonly url: string; readonly caption: string | null };

/** Media is named and linked, not loaded: the author's address may lead anywhere. */
function Media({ kind, url, caption }: MediaProps): ReactElement {
  const Icon = mediaIcons[kind];
  return (
    <>
      <a
        href={/^https?:\/\//.test(url) ? url : undefined}
        target="_blank"
        rel="noreferrer noopener"
        className="mb-4 flex items-center gap-3 rounded-md bg-sunken p-3"
      >
        <Icon aria-hidden className="size-6 shrink-0 text-ink-soft" />
        <span className="min-w-0 truncate text-xs">{url.split('/').at(-1) || url}</span>
      </a>
      {caption ? <FoldedText text={caption} /> : null}
    </>
  );
}

const mediaIcons = { image: ImageIcon, video: Video, audio: Mic, document: FileText } as const;

function Template({ name, variables }: { readonly name: string; readonly variables: readonly string[] }): ReactElement {
  return (
    <>
      <p className="text-xs text-chat-meta">{words.simulator.template}</p>
      <p className="font-medium">{name}</p>
      {variables.length > 0 ? <p>{variables.join(' · ')}</p> : null}
    </>
  );
}
