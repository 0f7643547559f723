import { z } from 'zod';
import { languageCode } from '../schema/language';
import { mediaKind } from '../schema/message';

const replyButton = z.object({ type: z.literal('reply'), reply: z.object({ id: z.string(), title: z.string() }) });
const listRow = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const words = z.object({ text: z.string() });

const interactive = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('button'),
    body: words,
    footer: words.optional(),
    action: z.object({ buttons: z.array(replyButton) }),
  }),
  z.object({
    type: z.literal('list'),
    body: words,
    footer: words.optional(),
    action: z.object({
      button: z.string(),
      sections: z.array(z.object({ title: z.string().optional(), rows: z.array(listRow) })),
    }),
  }),
  z.object({
    type: z.literal('cta_url'),
    body: words,
    footer: words.optional(),
    action: z.object({
      name: z.literal('cta_url'),
      parameters: z.object({ display_text: z.string(), url: z.string() }),
    }),
  }),
  z.object({
    type: z.literal('location_request_message'),
    body: words,
    action: z.object({ name: z.literal('send_location') }),
  }),
]);

/** `context` shows the message that this one answers. */
const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  context: z.object({ message_id: z.string() }).optional(),
};
/** By its address, or by the channel's own id of an uploaded file: exactly one of the two. */
const file = { link: z.string().optional(), id: z.string().optional() };
const captioned = z.object({ ...file, caption: z.string().optional() });

const textParameter = z.object({ type: z.literal('text'), text: z.string(), parameter_name: z.string().optional() });
const templateComponent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('header'),
    parameters: z.array(
      z.discriminatedUnion('type', [
        textParameter,
        z.object({ type: z.literal('image'), image: z.object(file) }),
        z.object({ type: z.literal('video'), video: z.object(file) }),
        z.object({ type: z.literal('document'), document: z.object(file) }),
      ]),
    ),
  }),
  z.object({ type: z.literal('body'), parameters: z.array(textParameter) }),
  z.object({
    type: z.literal('button'),
    sub_type: z.enum(['quick_reply', 'url', 'copy_code']),
    index: z.string(),
    parameters: z.array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('payload'), payload: z.string() }),
        z.object({ type: z.literal('text'), text: z.string() }),
        z.object({ type: z.literal('coupon_code'), coupon_code: z.string() }),
      ]),
    ),
  }),
]);

/**
 * One message on the wire: the body of the Graph API's `messages` call without its recipient. The simulator draws the same
 * shape, so that what an author sees is what a customer gets. It is stored with the outbox row, hence a schema.
 */
export const channelPayload = z.discriminatedUnion('type', [
  z.object({
    ...envelope,
    type: z.literal('text'),
    text: z.object({ preview_url: z.boolean(), body: z.string() }),
  }),
  z.object({ ...envelope, type: z.literal('interactive'), interactive }),
  z.object({ ...envelope, type: z.literal('image'), image: captioned }),
  z.object({ ...envelope, type: z.literal('video'), video: captioned }),
  z.object({ ...envelope, type: z.literal('audio'), audio: z.object({ ...file, voice: z.boolean().optional() }) }),
  z.object({
    ...envelope,
    type: z.literal('document'),
    document: captioned.extend({ filename: z.string().optional() }),
  }),
  z.object({
    ...envelope,
    type: z.literal('template'),
    template: z.object({
      name: z.string(),
      language: z.object({ code: z.string() }),
      components: z.array(templateComponent),
    }),
  }),
  z.object({
    ...envelope,
    type: z.literal('reaction'),
    reaction: z.object({ message_id: z.string(), emoji: z.string() }),
  }),
]);
export type ChannelPayload = Readonly<z.infer<typeof channelPayload>>;

/**
 * What must be made before it can be sent: words to be spoken as a voice note, or a file of ours to be handed to the channel.
 * The outbox makes a payload of it and sends that.
 */
export const unpreparedPayload = z.discriminatedUnion('type', [
  z.object({ type: z.literal('speech'), text: z.string(), language: languageCode }),
  z.object({
    type: z.literal('file'),
    kind: mediaKind,
    fileId: z.string(),
    caption: z.string().optional(),
    filename: z.string().optional(),
    /** The channel's id of the message that it answers visibly. */
    quotes: z.string().optional(),
  }),
]);
export type UnpreparedPayload = Readonly<z.infer<typeof unpreparedPayload>>;

/** Words of the contact's language that a rendering may need and that the content doesn't hold. */
export type RenderWords = {
  /** Opens a list that was drawn as buttons, e.g. "Choose". Without it a sign (☰) stands there. */
  readonly choose?: string;
};
