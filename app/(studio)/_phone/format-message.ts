/** A piece of a line: plain, marked up, or a link. */
export type Inline =
  | Readonly<{ type: 'text' | 'code'; text: string }>
  | Readonly<{ type: 'link'; text: string; href: string }>
  | Readonly<{ type: 'bold' | 'italic' | 'strike'; content: readonly Inline[] }>;

/** One line of a message, or several lines of fixed-width text. */
export type Block =
  | Readonly<{ type: 'line' | 'bullet' | 'quote'; content: readonly Inline[] }>
  | Readonly<{ type: 'numbered'; number: string; content: readonly Inline[] }>
  | Readonly<{ type: 'mono'; text: string }>;

/**
 * A message's text as WhatsApp draws it: *bold*, _italic_, ~strike~, `code`, ```fixed width```, lists, quotes and links
 * (WhatsApp help, "How to format your messages"). Gives data and never markup: nothing a customer types becomes HTML.
 */
export function formatMessage(text: string): Block[] {
  return text.split(FENCE).flatMap((part, index): Block[] => {
    if (index % 2 === 1) return [{ type: 'mono', text: part.replace(/^\n|\n$/g, '') }];
    const lines = part.replace(index > 0 ? /^\n/ : '', '').replace(/\n$/, '');
    return lines === '' ? [] : lines.split('\n').map(formatLine);
  });
}

/** Fixed-width text over several lines; on one line it is a piece of that line. */
const FENCE = /```([^`]*\n[^`]*)```/;

/**
 * A mark counts only at the edges of words: 2*3*4 and snake_case_name stay as they are. A mark's content may not hold
 * the same mark again, which also keeps the search linear.
 */
const MARKED =
  /(?<![\p{L}\p{M}\p{N}])(?:\*(?=\S)(?<bold>[^*\n]+)(?<=\S)\*|_(?=\S)(?<italic>[^_\n]+)(?<=\S)_|~(?=\S)(?<strike>[^~\n]+)(?<=\S)~)(?![\p{L}\p{M}\p{N}])|```(?<fenced>[^`\n]+)```|`(?<code>[^`\n]+)`|(?<link>https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'*_~])/gu;

function formatLine(line: string): Block {
  const bullet = /^\s*[-*•]\s+(.*)$/u.exec(line);
  if (bullet) return { type: 'bullet', content: formatInline(bullet[1] ?? '') };
  const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/u.exec(line);
  if (numbered) return { type: 'numbered', number: numbered[1] ?? '', content: formatInline(numbered[2] ?? '') };
  const quote = /^>\s+(.*)$/u.exec(line);
  if (quote) return { type: 'quote', content: formatInline(quote[1] ?? '') };
  return { type: 'line', content: formatInline(line) };
}

function formatInline(text: string): Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > from) pieces.push({ type: 'text', text: text.slice(from, match.index) });
    pieces.push(readMarked(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ type: 'text', text: text.slice(from) });
  return pieces;
}

function readMarked(match: RegExpExecArray): Inline {
  const { bold, italic, strike, fenced, code, link } = match.groups ?? {};
  if (bold !== undefined) return { type: 'bold', content: formatInline(bold) };
  if (italic !== undefined) return { type: 'italic', content: formatInline(italic) };
  if (strike !== undefined) return { type: 'strike', content: formatInline(strike) };
  if (link !== undefined) return { type: 'link', text: link, href: link };
  return { type: 'code', text: fenced ?? code ?? '' };
}
