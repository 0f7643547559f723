import { explainError } from './errors';

type Explained = { readonly problem: string; readonly sentence: string; readonly retryable: boolean };

/**
 * What it means that WhatsApp refused a template: by the subcode, where it says more than the code. Source: Cloud API
 * reference, "Error codes" and "Message templates" (v25); 2388023 and 2388024 as libraries know them.
 */
export function explainTemplateError(code: number, subcode?: number): Explained {
  const known = rows.get(subcode ?? code) ?? rows.get(code);
  if (known) return { problem: known[0], sentence: known[1], retryable: false };
  const { problem, kind, retryable } = explainError(code);
  return { problem, sentence: byKind[kind], retryable };
}

const rows: ReadonlyMap<number, readonly [problem: string, sentence: string]> = new Map([
  [2388019, ['template.limitReached', 'The account has as many templates as it may have. Remove some first.']],
  [2388023, ['template.beingDeleted', 'A template of this name was just removed. Take another name, or wait 30 days.']],
  [2388024, ['template.exists', 'WhatsApp has this template in this language already. Sync to see it.']],
  [2388039, ['template.locked', 'WhatsApp lets nobody change this template in its present state.']],
  [2388040, ['template.tooLong', 'A part of the template is longer than WhatsApp takes.']],
  [2388047, ['template.header', 'WhatsApp does not take the header in this form.']],
  [2388072, ['template.body', 'WhatsApp does not take the message in this form.']],
  [2388073, ['template.footer', 'WhatsApp does not take the footer in this form.']],
  [2388293, ['template.tooManyVariables', 'The message has too few words for its variables.']],
  [2388299, ['template.variableAtEdge', 'The message begins or ends with a variable.']],
  [100, ['template.malformed', 'WhatsApp did not accept the template. Nothing was changed.']],
]);

/** The sentences of `explainError` are about messages, which wait and go out by themselves; here somebody has pressed a key. */
const byKind = {
  transient: 'WhatsApp is unavailable for a moment. Try again.',
  rate: 'WhatsApp takes only so many changes of templates an hour. Try again later.',
  permanent: 'WhatsApp refused this. Nothing was changed.',
  account: 'WhatsApp does not let our app do this. Check the access token, its permissions and the account’s state.',
  caller: 'WhatsApp did not accept the template. Nothing was changed.',
} as const;
