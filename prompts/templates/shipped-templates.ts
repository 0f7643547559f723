import { z } from 'zod';
import documentReminder from './document_reminder.json';
import interestRateDrop from './interest_rate_drop.json';
import loanFollowUp from './loan_follow_up.json';
import loanIntroduction from './loan_introduction.json';
import officerIntroduction from './officer_introduction.json';

/** A WhatsApp template as it ships: what it says in each language, with named variables and a sample of each. */
const shippedTemplate = z.strictObject({
  name: z.string(),
  category: z.enum(['MARKETING', 'UTILITY']),
  /** In the order in which values are given, the same in every language. `{{lender}}` is no variable: it is filled before. */
  variables: z.array(z.string()),
  languages: z.record(
    z.string(),
    z.strictObject({
      body: z.string(),
      footer: z.string(),
      quickReplies: z.array(z.string()),
      samples: z.record(z.string(), z.string()),
    }),
  ),
});
export type ShippedTemplate = Readonly<z.infer<typeof shippedTemplate>>;

/** The templates of a new installation, in the order in which a lead meets them. A broken file fails the start. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  loanIntroduction,
  loanFollowUp,
  documentReminder,
  officerIntroduction,
  interestRateDrop,
].map((file) => shippedTemplate.parse(file));
