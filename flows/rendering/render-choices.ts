import type { Choice } from '../schema/message';
import { whatsAppLimits as limits, visibleLength } from '../schema/whatsapp-limits';
import type { ChannelPayload, RenderWords } from './channel-payload';
import { fitText } from './cut-text';
import { type ContentOf, envelope, footerOf, splitForBody } from './text-payloads';

/** Up to three reply buttons below the text; what does not fit as buttons is a list. */
export function renderButtons(content: ContentOf<'buttons'>, words: RenderWords): ChannelPayload[] {
  const titles = content.buttons.map((button, index) => fitTitle(button, index, limits.buttonTitle));
  // Two buttons with one title would be refused; rows of a list may share one and show the rest below it.
  if (content.buttons.length > limits.buttons || new Set(titles).size < titles.length) {
    return renderList({ ...content, type: 'list', rows: content.buttons, buttonLabel: words.choose ?? '☰' });
  }
  const { before, body } = splitForBody(content.text, limits.buttonsBody);
  const buttons = content.buttons.map(({ id }, index) => ({
    type: 'reply' as const,
    reply: { id: fitId(id, index, limits.buttonId), title: titles[index] ?? '' },
  }));
  return [
    ...before,
    {
      ...envelope,
      type: 'interactive',
      interactive: { type: 'button', body: { text: body }, ...footerOf(content), action: { buttons } },
    },
  ];
}

/** Lists of ten rows at most, as many as are needed. */
export function renderList(content: ContentOf<'list'>): ChannelPayload[] {
  const { before, body } = splitForBody(content.text, limits.listBody);
  const label = fitText(content.buttonLabel.trim() || '☰', limits.listButtonLabel);
  const rows = content.rows.map(renderRow);
  const pages = Math.ceil(rows.length / limits.listRows);
  const lists = Array.from({ length: pages }, (_, page): ChannelPayload => {
    // A further page repeats the author's label, so that no words of ours are needed.
    const text = page === 0 ? body : `${label} (${page + 1}/${pages})`;
    const section = { rows: rows.slice(page * limits.listRows, (page + 1) * limits.listRows) };
    return {
      ...envelope,
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text },
        ...footerOf(content),
        action: { button: label, sections: [section] },
      },
    };
  });
  return [...before, ...lists];
}

/** A title too long for a row goes on in the description, if the author left that free. */
function renderRow(row: Choice, index: number): { id: string; title: string; description?: string } {
  const title = fitTitle(row, index, limits.rowTitle);
  const isCut = visibleLength(row.title.trim()) > limits.rowTitle;
  const description = row.description?.trim() || (isCut ? row.title.trim() : '');
  return {
    id: fitId(row.id, index, limits.rowId),
    title,
    ...(description === '' ? {} : { description: fitText(description, limits.rowDescription) }),
  };
}

/** A choice without a title shows its number, which the runtime also understands when it is typed. */
function fitTitle(choice: Choice, index: number, limit: number): string {
  return fitText(choice.title.trim(), limit) || String(index + 1);
}

/** An id that WhatsApp would refuse can't be kept; a tap on it is then understood by its title. */
function fitId(id: string, index: number, limit: number): string {
  if (visibleLength(id) <= limit) return id;
  const suffix = `#${index + 1}`;
  return `${id.slice(0, limit - suffix.length)}${suffix}`;
}
