import type { TextUse } from './message-template';
import { whatsAppLimits } from './whatsapp-limits';

/** How long a text may be on WhatsApp, in characters as `visibleLength` counts them, by where it is shown; null: any length. */
export const textLimits = {
  text: whatsAppLimits.textBody,
  interactiveBody: Math.min(
    whatsAppLimits.buttonsBody,
    whatsAppLimits.listBody,
    whatsAppLimits.linkBody,
    whatsAppLimits.locationRequestBody,
  ),
  footer: whatsAppLimits.footer,
  buttonTitle: whatsAppLimits.buttonTitle,
  listButtonLabel: whatsAppLimits.listButtonLabel,
  rowTitle: whatsAppLimits.rowTitle,
  rowDescription: whatsAppLimits.rowDescription,
  linkLabel: whatsAppLimits.linkLabel,
  caption: whatsAppLimits.mediaCaption,
  url: null,
  templateVariable: null,
  internal: null,
} as const satisfies Record<TextUse, number | null>;
