import { type PhoneMessage, toPhoneMessage } from '@/flows/rendering/phone-message';
import { renderMessages } from '@/flows/rendering/render-messages';
import type { LanguageCode } from '@/flows/schema/language';
import type { OutgoingContent } from '@/flows/schema/message';
import { type MessageTemplate, messageTemplate } from '@/flows/schema/message-template';
import { valueAt } from '../form/value-at';
import { chipsInWords, fillWithChips, splitChips } from './chips';
import type { Speaking } from './said-on-entering';

/** What a phone will show of some contents, and what WhatsApp makes of them that an author should know. */
export type Preview = Readonly<{
  messages: readonly PhoneMessage[];
  /** A text was too long for one message: into how many it is split. */
  split: number | null;
  /** Buttons that become a list. */
  isListInstead: boolean;
  /** Titles as written that are shown cut. */
  cut: readonly string[];
  /** The language that is said because the wanted one is missing. */
  instead: LanguageCode | null;
}>;

/** Draws contents exactly as the channel sends them. */
export function previewOf(make: (speaking: Speaking) => readonly OutgoingContent[], languages: Languages): Preview {
  const used = new Set<LanguageCode>();
  const contents = make(speakingIn(languages, used)).map(withSampleAddress);
  const rendered = contents.map((content) => renderMessages(content));
  const messages = rendered.flat().flatMap((payload) => toPhoneMessage(payload) ?? []);
  return {
    messages,
    split: splitInto(contents, rendered),
    isListInstead: contents.some(
      ({ type }, index) =>
        type === 'buttons' && !rendered[index]?.some((payload) => toPhoneMessage(payload)?.type === 'buttons'),
    ),
    cut: contents.flatMap((content) => cutTitles(content, messages)),
    instead: [...used].find((language) => language !== languages.wanted) ?? null,
  };
}

/** The wanted language, and the flow's own, which is said where the wanted one is missing. */
export type Languages = Readonly<{ wanted: LanguageCode; base: LanguageCode }>;

/** The message that a path of a value lies in, or null. */
export function messageAround(root: unknown, path: string): MessageTemplate | null {
  const keys = path.split('.');
  for (let length = keys.length - 1; length > 0; length -= 1) {
    const parsed = messageTemplate.safeParse(valueAt(root, keys.slice(0, length).join('.')));
    if (parsed.success) return parsed.data;
  }
  return null;
}

function speakingIn({ wanted, base }: Languages, used: Set<LanguageCode>): Speaking {
  return {
    language: wanted,
    text: (texts) => {
      const said = [wanted, base, ...Object.keys(texts)].find((language) => texts[language]?.trim());
      if (said !== undefined) used.add(said);
      return fillWithChips(said === undefined ? '' : (texts[said] ?? ''));
    },
  };
}

/** An address that is known only later is no address yet, and a link without one would be drawn as words. */
function withSampleAddress(content: OutgoingContent): OutgoingContent {
  if (content.type !== 'link' || splitChips(content.url).every(({ type }) => type === 'text')) return content;
  return { ...content, url: 'https://example.com' };
}

/** Lists of more than ten rows are several messages by design and are not meant. */
function splitInto(contents: readonly OutgoingContent[], rendered: readonly (readonly unknown[])[]): number | null {
  const counts = contents.map((content, index) => {
    const pages = content.type === 'list' ? Math.ceil(content.rows.length / 10) : 1;
    return pages === 1 ? (rendered[index]?.length ?? 0) : 1;
  });
  const most = Math.max(0, ...counts);
  return most > 1 ? most : null;
}

function cutTitles(content: OutgoingContent, messages: readonly PhoneMessage[]): readonly string[] {
  const choices = content.type === 'buttons' ? content.buttons : content.type === 'list' ? content.rows : [];
  const shown = new Set(
    messages.flatMap((message) =>
      message.type === 'buttons' || message.type === 'list' ? message.choices.map(({ title }) => title) : [],
    ),
  );
  return choices.flatMap(({ title }) =>
    title.trim() === '' || shown.has(title.trim()) ? [] : [chipsInWords(title.trim())],
  );
}
