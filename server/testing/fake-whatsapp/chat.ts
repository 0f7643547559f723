import { choicesOf, textOf } from './describe-send';
import type { AcceptedSend } from './ledger';
import { readLine } from './read-line';
import type { FakeWhatsApp } from './start-fake-whatsapp';

/** Whoever sits at the terminal, being one customer after another. */
export type Chat = {
  /** Does what a line asks; false once it asked to end. Resolves when the app has taken it. */
  enter(line: string): Promise<boolean>;
};

/** Begins a chat as `phone`; `print` gets what is to be shown, line by line, as it comes. */
export function startChat(fake: FakeWhatsApp, phone: string, print: (line: string) => void): Chat {
  let customer = fake.customers.meet(phone);
  fake.ledger.onAccepted((send) => {
    for (const line of showSend(send)) print(line);
  });
  const report = ({ delivered, status }: { delivered: boolean; status: number | undefined }): void => {
    if (!delivered) print(`  (not taken by the app: ${status === undefined ? 'nobody answered' : `HTTP ${status}`})`);
  };
  const enter = async (text: string): Promise<boolean> => {
    const line = readLine(text);
    switch (line.type) {
      case 'say':
        report(await fake.receiveFromCustomer({ from: customer, text: line.text }));
        break;
      case 'tap':
        if (choiceCount(fake, customer.phone) < line.nth) print(`  There is no choice ${line.nth} to tap.`);
        else report(await fake.tap(customer, line.nth));
        break;
      case 'as':
        customer = fake.customers.meet(line.phone);
        print(`  You are ${customer.phone} now.`);
        break;
      case 'hide':
        customer = fake.customers.meet({ ...customer, hidesPhone: !customer.hidesPhone });
        print(
          `  The business ${customer.hidesPhone ? `sees only your id ${customer.bsuid}` : 'sees your number'} now.`,
        );
        break;
      case 'unclear':
        print(`  ${line.sentence}`);
        break;
      case 'help':
        for (const each of commands) print(`  ${each}`);
        break;
      case 'nothing':
        break;
      case 'quit':
        return false;
      default:
        return line satisfies never;
    }
    return true;
  };
  return { enter };
}

export const commands = [
  'Type a message and press Enter to send it.',
  '/tap 2            taps the second button or row of the last message that has any',
  '/as +919845000002 makes you another customer',
  '/hide             hides your phone number from the business, or shows it again',
  '/quit             ends',
] as const;

function choiceCount(fake: FakeWhatsApp, phone: string): number {
  const offered = fake.accepted.findLast((send) => send.customer.phone === phone && choicesOf(send.body).length > 0);
  return offered ? choicesOf(offered.body).length : 0;
}

function showSend({ customer, body }: AcceptedSend): string[] {
  const [first = '', ...rest] = textOf(body).split('\n');
  const choices = choicesOf(body).map(({ title, description }, index) => {
    return `    [${index + 1}] ${title}${description ? ` – ${description}` : ''}`;
  });
  return [`→ ${customer.phone}: ${first}`, ...rest.map((line) => `  ${line}`), ...choices];
}
