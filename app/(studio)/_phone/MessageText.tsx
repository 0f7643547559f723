import type { ReactElement, ReactNode } from 'react';
import { type Block, formatMessage, type Inline } from './format-message';

/** A text with WhatsApp's formatting; with a span, the plain text with those words marked. */
export function MessageText({ text, span }: { readonly text: string; readonly span?: Span | null }): ReactElement {
  if (span) return <MarkedText text={text} span={span} />;
  return <div className="wrap-anywhere whitespace-pre-wrap">{formatMessage(text).map(drawBlock)}</div>;
}

type Span = Readonly<{ start: number; end: number }>;

function MarkedText({ text, span }: { readonly text: string; readonly span: Span }): ReactElement {
  return (
    <div className="wrap-anywhere whitespace-pre-wrap">
      <div>
        {text.slice(0, span.start)}
        <mark className="rounded-sm bg-mark px-0.5 text-chat-ink">{text.slice(span.start, span.end)}</mark>
        {text.slice(span.end)}
      </div>
    </div>
  );
}

function drawBlock(block: Block, index: number): ReactElement {
  if (block.type === 'mono') {
    return (
      <pre key={index} className="overflow-x-auto font-mono text-xs">
        {block.text}
      </pre>
    );
  }
  const content = block.content.map(drawInline);
  switch (block.type) {
    case 'line':
      return <div key={index}>{content.length > 0 ? content : '\u200b'}</div>;
    case 'bullet':
      return <Item key={index} sign="•" content={content} />;
    case 'numbered':
      return <Item key={index} sign={`${block.number}.`} content={content} />;
    case 'quote':
      return (
        <div key={index} className="border-l-3 border-line-strong pl-2 text-chat-meta">
          {content}
        </div>
      );
    default:
      return block satisfies never;
  }
}

function Item({ sign, content }: { readonly sign: string; readonly content: ReactNode }): ReactElement {
  return (
    <div className="flex gap-2">
      <span className="shrink-0">{sign}</span>
      <span className="min-w-0">{content}</span>
    </div>
  );
}

function drawInline(piece: Inline, index: number): ReactNode {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'bold':
      return (
        <strong key={index} className="font-semibold">
          {piece.content.map(drawInline)}
        </strong>
      );
    case 'italic':
      return <em key={index}>{piece.content.map(drawInline)}</em>;
    case 'strike':
      return <s key={index}>{piece.content.map(drawInline)}</s>;
    case 'code':
      return (
        <code key={index} className="font-mono text-xs">
          {piece.text}
        </code>
      );
    case 'link':
      return (
        <a
          key={index}
          href={piece.href}
          target="_blank"
          rel="noreferrer noopener"
          className="text-chat-link underline underline-offset-2"
        >
          {piece.text}
        </a>
      );
    default:
      return piece satisfies never;
  }
}
