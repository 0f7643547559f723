import { Fragment, type ReactElement, type ReactNode } from 'react';
import { type Block, formatMessage, type Inline } from './format-message';

type Props = {
  readonly text: string;
  readonly span?: Span | null;
  /** Draws plain words; a preview draws its chips so. */
  readonly drawWords?: DrawWords;
};
type DrawWords = (words: string) => ReactNode;

/** A text with WhatsApp's formatting; with a span, the plain text with those words marked. */
export function MessageText({ text, span, drawWords = asTheyAre }: Props): ReactElement {
  if (span) return <MarkedText text={text} span={span} />;
  return (
    <div className="wrap-anywhere whitespace-pre-wrap">
      {formatMessage(text).map((block, index) => drawBlock(block, index, drawWords))}
    </div>
  );
}

function asTheyAre(words: string): ReactNode {
  return words;
}

export type Span = Readonly<{ start: number; end: number }>;

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

function drawBlock(block: Block, index: number, drawWords: DrawWords): ReactElement {
  if (block.type === 'mono') {
    return (
      <pre key={index} className="overflow-x-auto font-mono text-xs">
        {drawWords(block.text)}
      </pre>
    );
  }
  const content = drawInlines(block.content, drawWords);
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

function drawInlines(pieces: readonly Inline[], drawWords: DrawWords): readonly ReactNode[] {
  return pieces.map((piece, index) => drawInline(piece, index, drawWords));
}

function drawInline(piece: Inline, index: number, drawWords: DrawWords): ReactNode {
  switch (piece.type) {
    case 'text':
      return <Fragment key={index}>{drawWords(piece.text)}</Fragment>;
    case 'bold':
      return (
        <strong key={index} className="font-semibold">
          {drawInlines(piece.content, drawWords)}
        </strong>
      );
    case 'italic':
      return <em key={index}>{drawInlines(piece.content, drawWords)}</em>;
    case 'strike':
      return <s key={index}>{drawInlines(piece.content, drawWords)}</s>;
    case 'code':
      return (
        <code key={index} className="font-mono text-xs">
          {drawWords(piece.text)}
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
