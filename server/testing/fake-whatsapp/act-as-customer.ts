import type { Referral } from '../../channels/channel';
import type { CustomerContent } from './customer-content';
import type { CustomerInput } from './customers';
import { choicesOf } from './describe-send';
import type { GraphApi } from './graph-route';
import type { Delivery, WebhookSender } from './send-webhooks';
import { type BusinessNumber, messageUpdate, preferenceUpdate, renumberedUpdate } from './webhook-body';

export type FromCustomer = CustomerContent & {
  readonly from: CustomerInput;
  /** Id of the number that they write to; the first one's, if absent. */
  readonly account?: string;
  readonly id?: string;
  readonly at?: number; // milliseconds since 1970; now, if absent
  /** The message that it answers, by a swipe or a tap. */
  readonly contextId?: string;
  /** Passed on from another chat, or passed on many times. */
  readonly forwarded?: 'once' | 'often';
  /** The ad or post by which the customer came. */
  readonly referral?: Referral;
};

/** What people with WhatsApp, and Meta, can do towards the app: each resolves with the fate of the webhook that tells it. */
export type CustomerActs = {
  /**
   * A customer writes, or sends anything else. A file must be known to the fake by its id if the app is to fetch it; `media.message`
   * puts one in and makes the message of it.
   */
  receiveFromCustomer(message: FromCustomer): Promise<Told>;
  /** A customer taps the n-th choice (1, 2, …) of the last message that offered any. Throws if there is none. */
  tap(from: CustomerInput, nth: number): Promise<Told>;
  /** A customer stops marketing messages in WhatsApp itself, or takes them again. */
  changePreference(from: CustomerInput, wish: 'stop' | 'resume'): Promise<Delivery>;
  /** A customer changes their number. Whoever writes from the old one after that is somebody else. */
  changeNumber(from: CustomerInput, phone: string): Promise<Told>;
  /** Meta tells about the account: a change of another field than `messages`, with its value as it stands on the wire. */
  sendAccountEvent(field: string, value: unknown): Promise<Delivery>;
};

type Told = Delivery & { readonly id: string };

export function createCustomerActs(
  { customers, clock, rules, ledger, nextId }: GraphApi,
  sender: WebhookSender,
  { number, inbound }: { readonly number: BusinessNumber; readonly inbound: Set<string> },
): CustomerActs {
  const { displayPhoneNumber } = number;
  const receiveFromCustomer: CustomerActs['receiveFromCustomer'] = async (message) => {
    const { from, account, id = nextId(), at = clock.now(), contextId, forwarded, referral, ...content } = message;
    const customer = customers.meet(from);
    inbound.add(id);
    rules.hear({ account: account ?? number.phoneNumberId, phone: customer.phone }, at);
    const details = { id, at, contextId, forwarded, referral, displayPhoneNumber };
    return { ...(await sender.send({ ...messageUpdate(customer, content, details), account })), id };
  };
  return {
    receiveFromCustomer,
    tap: (from, nth) => {
      const { phone } = customers.meet(from);
      const offered = ledger.accepted.findLast((send) => {
        return send.customer.phone === phone && choicesOf(send.body).length > 0;
      });
      const choice = offered && choicesOf(offered.body)[nth - 1];
      if (!choice) throw new RangeError(`There is no choice ${nth} to tap.`);
      return receiveFromCustomer({ from, contextId: offered.wamid, tap: choice });
    },
    changePreference: (from, wish) => {
      return sender.send(preferenceUpdate(customers.meet(from), { wish, at: clock.now(), number }));
    },
    changeNumber: async (from, phone) => {
      const id = nextId();
      const update = renumberedUpdate(customers.renumber(from, phone), { id, at: clock.now() });
      return { ...(await sender.send(update)), id };
    },
    sendAccountEvent: (field, value) => sender.send({ kind: 'account', field, value, at: clock.now() }),
  };
}
