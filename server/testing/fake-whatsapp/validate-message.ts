import { whatsAppLimits as limits } from '@/flows/schema/whatsapp-limits';
import { type Fields, fieldsOf, matches, optionalTextProblem, strayProblem, textProblem } from './field-problems';
import { fileProblem } from './file-problem';
import { type GraphError, invalid, missing, unsupported } from './graph-errors';
import type { Possessions } from './possessions';
import { validateInteractive } from './validate-interactive';
import { validateTemplate } from './validate-template';

/**
 * The first thing that WhatsApp would refuse in a message's body, or undefined. Knows the kinds that we send; written apart
 * from what renders them, so that one checks the other.
 */
export function validateMessage(body: Fields, possessions: Possessions = {}): GraphError | undefined {
  if (body.messaging_product !== 'whatsapp') return unsupported('The parameter messaging_product is required.');
  return (
    validateAddress(body) ??
    optionalTextProblem(body.biz_opaque_callback_data, 'biz_opaque_callback_data', limits.callbackData) ??
    validateContext(body) ??
    validateKind(body, possessions)
  );
}

function validateAddress({ to, recipient, recipient_type: type }: Fields): GraphError | undefined {
  if (type !== undefined && type !== 'individual') return unsupported('Only individual recipients are supported here.');
  if (to === undefined && recipient === undefined) return unsupported('The parameter to is required.');
  if (to !== undefined && !matches(to, /^\+[1-9]\d{5,14}$/)) return invalid('Recipient phone number is not valid.');
  if (to === undefined && !matches(recipient, /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/)) {
    return invalid('Recipient user id is not valid.');
  }
}

/** A quoted message that is gone only loses its bubble, so that any id is taken; a reaction quotes by itself. */
function validateContext({ context, type }: Fields): GraphError | undefined {
  if (context === undefined) return;
  if (type === 'reaction') return unsupported("Unexpected key 'context' on a reaction.");
  const quoted = fieldsOf(context);
  return (
    textProblem(quoted.message_id, "context['message_id']", 256) ?? strayProblem(quoted, 'context', ['message_id'])
  );
}

function validateKind(body: Fields, possessions: Possessions): GraphError | undefined {
  const kind = fieldsOf(body[typeof body.type === 'string' ? body.type : '']);
  switch (body.type) {
    case 'text':
      return (
        textProblem(kind.body, "text['body']", limits.textBody) ?? strayProblem(kind, 'text', ['body', 'preview_url'])
      );
    case 'image':
    case 'video':
    case 'document':
    case 'audio':
      return validateFile(body.type, kind, possessions);
    case 'interactive':
      return validateInteractive(kind);
    case 'template':
      return validateTemplate(kind, possessions);
    case 'reaction':
      return validateReaction(kind, possessions);
    default:
      return unsupported("Param 'type' must be one of the supported message types.");
  }
}

function validateFile(
  type: 'image' | 'video' | 'document' | 'audio',
  kind: Fields,
  possessions: Possessions,
): GraphError | undefined {
  const own = { image: ['caption'], video: ['caption'], document: ['caption', 'filename'], audio: ['voice'] }[type];
  if (kind.voice !== undefined && typeof kind.voice !== 'boolean')
    return unsupported("Param 'voice' must be a boolean.");
  return (
    strayProblem(kind, type, ['id', 'link', ...own]) ??
    fileProblem(kind, possessions) ??
    optionalTextProblem(kind.caption, `${type}['caption']`, limits.mediaCaption) ??
    optionalTextProblem(kind.filename, `${type}['filename']`, 240)
  );
}

/** `emoji` is empty when the reaction is taken back. */
function validateReaction({ message_id: id, emoji }: Fields, { hasMessage }: Possessions): GraphError | undefined {
  if (typeof id !== 'string' || id === '') return missing("reaction['message_id']");
  if (typeof emoji !== 'string') return missing("reaction['emoji']");
  if ([...new Intl.Segmenter('en').segment(emoji)].length > 1) return invalid('A reaction is one emoji.');
  if (hasMessage?.(id) === false) return invalid('The message that is reacted to does not exist.');
}
