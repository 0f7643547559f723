import type { ChannelPayload, UnpreparedPayload } from '@/flows/rendering/channel-payload';
import { renderMessages } from '@/flows/rendering/render-messages';
import type { OutgoingContent } from '@/flows/schema/message';
import { mediaKind } from '@/flows/schema/message';
import { fromComponents, variablesOf } from '@/flows/templates/template-components';
import { KnownError } from '../../errors';
import { asksForBodyOnly, baseOf, payloadOf } from '../../followups/words/template-words';
import { fileAddress } from '../../media/file-address';
import { readFile } from '../../media/store';
import { listTemplates } from '../../templates/store';
import type { OfficerContent } from './officer-content';
import { isQuotable } from './store';

/** What an officer's message is in the chat and on the wire. */
export type Composed = {
  readonly content: OutgoingContent;
  readonly payloads: readonly (ChannelPayload | UnpreparedPayload)[];
  /** Of a template: what WhatsApp takes it for; null for free words. */
  readonly kind: 'utility' | 'marketing' | null;
};

/** Composes it for one contact. Throws `request.invalid` for a template that may not be sent, and for a file or an answered message of somebody else. */
export async function composeWritten(contactId: string, content: OfficerContent): Promise<Composed> {
  if ('quotes' in content && content.quotes !== undefined && !(await isQuotable(contactId, content.quotes))) {
    throw new KnownError('request.invalid', 'The message that you answer is not there any more. Answer without it.');
  }
  switch (content.type) {
    case 'text':
      return { content, payloads: renderMessages(content), kind: null };
    case 'template':
      return composeTemplate(content);
    case 'media':
      return composeFile(contactId, content);
    default:
      return content satisfies never;
  }
}

async function composeTemplate(written: Extract<OfficerContent, { type: 'template' }>): Promise<Composed> {
  const { name, language, variables } = written;
  const languages = (await listTemplates(name)).filter(({ status }) => status === 'APPROVED');
  const template = languages.find((stored) => baseOf(stored.language) === language);
  if (!template) throw new KnownError('request.invalid', 'WhatsApp has not approved this template in this language.');
  const shape = fromComponents(template.components);
  if (!shape || !asksForBodyOnly(shape) || variablesOf(template.components).length !== variables.length) {
    throw new KnownError('request.invalid', 'This template wants more than can be filled in here. Choose another one.');
  }
  const content: OutgoingContent = { type: 'template', name, language, variables };
  const kind = template.category === 'MARKETING' ? 'marketing' : 'utility';
  return { content, payloads: [payloadOf(content, template)], kind };
}

async function composeFile(
  contactId: string,
  { fileId, caption, quotes }: Extract<OfficerContent, { type: 'media' }>,
): Promise<Composed> {
  const file = await readFile(fileId);
  const kind = mediaKind.safeParse(file?.kind);
  if (!file || !kind.success || file.contactId !== contactId || file.status !== 'stored') {
    throw new KnownError('request.invalid', 'This file is not there. Attach it again.');
  }
  const words = caption ? { caption } : {};
  const named = file.filename === null ? {} : { filename: file.filename };
  const answered = quotes === undefined ? {} : { quotes };
  const payload: UnpreparedPayload = { type: 'file', kind: kind.data, fileId, ...words, ...named, ...answered };
  return {
    content: { type: 'media', kind: kind.data, url: fileAddress(fileId), ...words, ...answered },
    payloads: [payload, ...soundCaption(kind.data, caption)],
    kind: null,
  };
}

/** Sound has no place for words: they go after it. */
function soundCaption(kind: string, caption: string | undefined): readonly ChannelPayload[] {
  return caption && (kind === 'audio' || kind === 'voice') ? renderMessages({ type: 'text', text: caption }) : [];
}
