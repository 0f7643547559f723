/**
 * What WhatsApp accepts in one message, in characters as `visibleLength` counts them or in pieces.
 * Source of every number: Cloud API reference, "Messages" and "Interactive messages" (v24–v26).
 */
export const whatsAppLimits = {
  textBody: 4096, // text.body
  mediaCaption: 1024, // image, video and document; audio has none
  buttonsBody: 1024, // interactive body of reply buttons
  listBody: 1024, // the current page says 4096, older pages and most SDKs 1024: the smaller always works
  header: 60, // interactive header text
  footer: 60, // interactive footer text
  buttons: 3, // reply buttons in one message
  buttonTitle: 20, // must also differ from the other titles of the message
  buttonId: 256,
  listButtonLabel: 20, // the label that opens a list
  listSections: 10,
  listRows: 10, // in all sections together
  listSectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  linkBody: 1024, // interactive body of a button that opens an address
  linkLabel: 20, // display_text
  linkUrl: 2000, // documented for a template's button only; a longer one is sent as text
  locationRequestBody: 1024,
  templateName: 512,
  templateBody: 1024, // the body with its variables filled
  callbackData: 512, // biz_opaque_callback_data
} as const;

/**
 * Characters of a text as WhatsApp may count them, on the safe side. Meta doesn't say whether it counts code points or
 * UTF-16 units; UTF-16 units are never fewer, so a text that fits by this count fits by both. A Kannada or Tamil syllable
 * counts 2–4, most emoji 2.
 */
export function visibleLength(text: string): number {
  return text.length;
}
