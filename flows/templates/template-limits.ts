import { visibleLength } from '../schema/whatsapp-limits';
import { lender, replaceNames } from './template-content';

/**
 * What WhatsApp accepts in one template, in characters as `visibleLength` counts them or in pieces.
 * Source: Cloud API reference, "Message templates" (v25); the ratio as messaging providers report it (error 2388293).
 */
export const templateLimits = {
  name: 512,
  header: 60,
  body: 1024,
  /** Longer marketing bodies are reported to be refused; Meta's pages don't say so. */
  marketingBody: 550,
  marketingEmoji: 10,
  footer: 60,
  buttons: 10,
  urlButtons: 2,
  phoneButtons: 1,
  copyCodeButtons: 1,
  label: 25,
  url: 2000,
  phoneNumber: 20,
  code: 15,
  /** With more buttons WhatsApp shows two, and the rest behind "See all options". */
  buttonsInSight: 3,
} as const;

/** How many words a body must have beside so many variables. */
export function wordsNeeded(variables: number): number {
  return variables === 0 ? 1 : 2 * variables + 1;
}

/** Characters of a text as WhatsApp counts them: it sees a number where we write a variable's name. */
export function templateLength(text: string): number {
  return visibleLength(replaceNames(text, (name) => (name === lender ? undefined : '{{1}}')));
}
