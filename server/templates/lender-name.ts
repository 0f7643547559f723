import { defaultProductFacts } from '@/prompts/facts/product-facts';

/** The lender's own name, which stands for `{{lender}}` in a template when it is submitted. */
export function lenderName(): string {
  return defaultProductFacts.lender_name;
}
