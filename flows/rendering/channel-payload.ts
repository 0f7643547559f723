import { z } from 'zod';

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
]);

const envelope = { messaging_product: z.literal('whatsapp'), recipient_type: z.literal('individual') };
const captioned = z.object({ link: z.string(), caption: z.string().optional() });

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
  z.object({ ...envelope, type: z.literal('audio'), audio: z.object({ link: z.string() }) }),
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
      components: z.array(
        z.object({
          type: z.literal('body'),
          parameters: z.array(z.object({ type: z.literal('text'), text: z.string() })),
        }),
      ),
    }),
  }),
]);
export type ChannelPayload = Readonly<z.infer<typeof channelPayload>>;

/** Words of the contact's language that a rendering may need and that the content doesn't hold. */
export type RenderWords = {
  /** Opens a list that was drawn as buttons, e.g. "Choose". Without it a sign (☰) stands there. */
  readonly choose?: string;
};
