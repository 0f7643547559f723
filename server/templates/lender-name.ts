import { factsNow } from '../facts/read-facts';

/** The lender's own name, which stands for `{{lender}}` in a template when it is submitted. */
export async function lenderName(): Promise<string> {
  return (await factsNow()).lender_name;
}
