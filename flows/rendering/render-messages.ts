import type { Choice, OutgoingContent } from '../schema/message';
import { whatsAppLimits as limits, visibleLength } from '../schema/whatsapp-limits';
import type { ChannelPayload, RenderWords } from './channel-payload';
import { fitText, splitText } from './cut-text';

/**
 * A content as WhatsApp messages, whatever its size: a long text becomes several messages, more than three buttons a list,
 * more than ten rows several lists; titles are shortened and ids kept. The check before publishing warns of all of these.
 * It is logic and no effect: WhatsApp, the simulator and the editor's preview draw the same.
 */
export function renderMessages(content: OutgoingContent, words: RenderWords = {}): ChannelPayload[] {
  switch (content.type) {
    case 'text':
      return texts(content.text);
    case 'buttons':
      return renderButtons(content, words);
    case 'list':
      return renderList(content);
    case 'media':
      return renderMedia(content);
    case 'template':
      return [renderTemplate(content)];
    default:
      return content satisfies never;
  }
}

const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' } as const;

function texts(text: string): ChannelPayload[] {
  return splitText(text, limits.textBody).map((body) => ({
    ...envelope,
    type: 'text',
    text: { preview_url: false, body },
  }));
}

function renderButtons(content: Content<'buttons'>, words: RenderWords): ChannelPayload[] {
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

function renderList(content: Content<'list'>): ChannelPayload[] {
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

function renderMedia(content: Content<'media'>): ChannelPayload[] {
  const link = content.url;
  if (content.kind === 'audio') {
    return [{ ...envelope, type: 'audio', audio: { link } }, ...texts(content.caption ?? '')];
  }
  const [caption, ...rest] = splitText(content.caption ?? '', limits.mediaCaption);
  const captioned = { link, ...(caption === undefined ? {} : { caption }) };
  const after = texts(rest.join('\n'));
  switch (content.kind) {
    case 'image':
      return [{ ...envelope, type: 'image', image: captioned }, ...after];
    case 'video':
      return [{ ...envelope, type: 'video', video: captioned }, ...after];
    case 'document':
      return [{ ...envelope, type: 'document', document: { ...captioned, ...filenameOf(link) } }, ...after];
    default:
      return content.kind satisfies never;
  }
}

function renderTemplate(content: Content<'template'>): ChannelPayload {
  const parameters = content.variables.map((variable) => ({ type: 'text' as const, text: templateVariable(variable) }));
  return {
    ...envelope,
    type: 'template',
    template: {
      name: content.name,
      language: { code: content.language },
      components: parameters.length === 0 ? [] : [{ type: 'body', parameters }],
    },
  };
}

/** WhatsApp refuses a variable that is empty or holds a line break, a tab or a run of blanks. */
function templateVariable(text: string): string {
  return fitText(text.replace(/\s+/g, ' ').trim(), limits.templateBody) || '–';
}

/** What of a text fits beside buttons (its end, where the question is), and messages for what must go before. */
function splitForBody(text: string, limit: number): { before: ChannelPayload[]; body: string } {
  const whole = text.trim();
  const body = splitText(whole, limit).at(-1) ?? '…'; // WhatsApp refuses an empty body
  return { before: texts(whole.slice(0, Math.max(0, whole.length - body.length))), body };
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

function footerOf(content: { footer?: string | undefined }): { footer?: { text: string } } {
  const text = fitText(content.footer?.trim() ?? '', limits.footer);
  return text === '' ? {} : { footer: { text } };
}

/** The name under which a customer sees a document: the last part of its address, if that looks like a file. */
function filenameOf(link: string): { filename?: string } {
  const last = link.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return /^[\w.% -]+\.\w{2,5}$/.test(last) ? { filename: last.replaceAll('%20', ' ') } : {};
}

type Content<T extends OutgoingContent['type']> = Extract<OutgoingContent, { type: T }>;
