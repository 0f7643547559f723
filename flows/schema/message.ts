import { z } from 'zod';
import { languageCode } from './language';

/** A choice that a customer can tap. `id` comes back when it is tapped; the title is what the customer sees. */
export const choice = z.object({ id: z.string().min(1), title: z.string(), description: z.string().optional() });
export type Choice = Readonly<z.infer<typeof choice>>;

export const mediaKind = z.enum(['image', 'video', 'audio', 'document']);

/** What the bot says, in one language, with every variable filled: a channel's `render` turns it into that channel's shape. */
export const outgoingContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('buttons'),
    text: z.string(),
    footer: z.string().optional(),
    buttons: z.array(choice).min(1),
  }),
  z.object({
    type: z.literal('list'),
    text: z.string(),
    footer: z.string().optional(),
    buttonLabel: z.string(),
    rows: z.array(choice).min(1),
  }),
  z.object({ type: z.literal('media'), kind: mediaKind, url: z.string(), caption: z.string().optional() }),
  z.object({ type: z.literal('template'), name: z.string(), language: languageCode, variables: z.array(z.string()) }),
]);
export type OutgoingContent = Readonly<z.infer<typeof outgoingContent>>;

/** What a customer sent. `unsupported` keeps the channel's own name of a kind that we can't read yet. */
export const incomingContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('choice'), id: z.string(), title: z.string() }),
  z.object({ type: z.literal('unsupported'), kind: z.string() }),
]);
export type IncomingContent = Readonly<z.infer<typeof incomingContent>>;

/** One message of a customer as a turn sees it; a burst is several of them in one turn, in order. */
export const incomingMessage = z.object({ id: z.string(), at: z.string(), content: incomingContent });
export type IncomingMessage = Readonly<z.infer<typeof incomingMessage>>;
