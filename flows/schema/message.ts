import { z } from 'zod';
import { languageCode } from './language';

/** A choice that a customer can tap. `id` comes back when it is tapped; the title is what the customer sees. */
export const choice = z.object({ id: z.string().min(1), title: z.string(), description: z.string().optional() });
export type Choice = Readonly<z.infer<typeof choice>>;

/** What the bot can send as a file; `voice` is played as a voice note (ogg/opus, mono). */
export const mediaKind = z.enum(['image', 'video', 'audio', 'voice', 'document']);
export type MediaKind = z.infer<typeof mediaKind>;

/** The message of the customer that ours answers visibly: the channel's id of it. */
const quotes = z.string().optional();

/** What stands above a template's body, filled at send time. */
export const templateHeader = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.enum(['image', 'video', 'document']), url: z.string() }),
]);
export type TemplateHeader = Readonly<z.infer<typeof templateHeader>>;

/** The variable part of one of a template's buttons, by its place: a quick reply's payload, the end of a link, a code. */
export const templateButton = z.object({
  index: z.int().min(0).max(9),
  type: z.enum(['quickReply', 'url', 'copyCode']),
  value: z.string(),
});
export type TemplateButton = Readonly<z.infer<typeof templateButton>>;

/** What the bot says, in one language, with every variable filled: a channel's `render` turns it into that channel's shape. */
export const outgoingContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), quotes }),
  z.object({
    type: z.literal('buttons'),
    text: z.string(),
    footer: z.string().optional(),
    buttons: z.array(choice).min(1),
    quotes,
  }),
  z.object({
    type: z.literal('list'),
    text: z.string(),
    footer: z.string().optional(),
    buttonLabel: z.string(),
    rows: z.array(choice).min(1),
    quotes,
  }),
  /** A text with one button that opens an address. */
  z.object({
    type: z.literal('link'),
    text: z.string(),
    footer: z.string().optional(),
    label: z.string(),
    url: z.string(),
    quotes,
  }),
  /** A text with a button that lets the customer send a place. */
  z.object({ type: z.literal('locationRequest'), text: z.string(), quotes }),
  z.object({ type: z.literal('media'), kind: mediaKind, url: z.string(), caption: z.string().optional(), quotes }),
  /** An emoji on the customer's message `to` (the channel's id of it). */
  z.object({ type: z.literal('reaction'), to: z.string(), emoji: z.string() }),
  z.object({
    type: z.literal('template'),
    name: z.string(),
    language: languageCode,
    variables: z.array(z.string()),
    header: templateHeader.optional(),
    buttons: z.array(templateButton).optional(),
  }),
]);
export type OutgoingContent = Readonly<z.infer<typeof outgoingContent>>;

/** Kinds of file that a customer sends; `voice` was recorded in the chat, `audio` is a file that was shared. */
export const incomingMediaKind = z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']);
export type IncomingMediaKind = z.infer<typeof incomingMediaKind>;

/** What a voice note says, as it was heard. `confidence` is 0..1, null where the transcriber gives none. */
export const transcript = z.object({
  text: z.string(),
  language: z.string().nullable(),
  confidence: z.number().min(0).max(1).nullable(),
});
export type Transcript = Readonly<z.infer<typeof transcript>>;

/**
 * What a customer sent. `unsupported` keeps the channel's own name of a kind that we can't read (yet), also of a file that
 * the channel could not take in.
 */
export const incomingContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('choice'), id: z.string(), title: z.string() }),
  z.object({
    type: z.literal('media'),
    kind: incomingMediaKind,
    /** The channel's id, with which the file is fetched; it dies after days. Ours is `fileId`, known a moment later. */
    mediaId: z.string(),
    fileId: z.string().optional(),
    mimeType: z.string().optional(),
    sha256: z.string().optional(), // base64, as the channel says
    filename: z.string().optional(),
    caption: z.string().optional(),
    /** Of a voice note, once it was heard. */
    transcript: transcript.optional(),
  }),
  z.object({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().optional(),
    address: z.string().optional(),
    url: z.string().optional(),
  }),
  z.object({
    type: z.literal('contacts'),
    cards: z.array(z.object({ name: z.string().optional(), phones: z.array(z.string()) })),
    /** The customer's own card, in answer to our asking for it: only then is its number theirs. */
    isOwn: z.boolean(),
  }),
  /** An emoji on one of our messages (the channel's id), null when it was taken away. */
  z.object({ type: z.literal('reaction'), to: z.string(), emoji: z.string().nullable() }),
  /** A form of the channel (a WhatsApp Flow, an address) that was filled in. */
  z.object({ type: z.literal('form'), name: z.string(), text: z.string(), values: z.record(z.string(), z.json()) }),
  z.object({
    type: z.literal('order'),
    text: z.string().optional(),
    items: z.array(z.object({ id: z.string(), quantity: z.number(), price: z.number().optional() })),
  }),
  z.object({ type: z.literal('unsupported'), kind: z.string() }),
]);
export type IncomingContent = Readonly<z.infer<typeof incomingContent>>;

/** One message of a customer as a turn sees it; a burst is several of them in one turn, in order. */
export const incomingMessage = z.object({ id: z.string(), at: z.string(), content: incomingContent });
export type IncomingMessage = Readonly<z.infer<typeof incomingMessage>>;
