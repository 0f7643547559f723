import type { Customer } from './customers';

/** The business number as it stands in every webhook. */
export type BusinessNumber = { readonly phoneNumberId: string; readonly displayPhoneNumber: string };

/** One update: what one webhook would hold if Meta never put several into one. */
export type Update = {
  readonly kind: 'messages' | 'statuses';
  readonly customer: Customer;
  /** Whether the contact is named with it; statuses `failed` come without. */
  readonly withContact: boolean;
  readonly element: Readonly<Record<string, unknown>>;
};

/** What a customer does. `raw` is the part of a message that says its kind, for kinds without a word of their own here. */
export type CustomerContent =
  | { readonly text: string }
  | {
      readonly tap: {
        readonly id: string;
        readonly title: string;
        readonly description?: string | undefined;
        readonly in: 'buttons' | 'list';
      };
    }
  | { readonly templateTap: { readonly text: string; readonly payload?: string } }
  | { readonly raw: { readonly type: string } & Readonly<Record<string, unknown>> };

/** Updates as one webhook body, as Meta batches them: each in a change of its own, since contacts differ. */
export function webhookBody(updates: readonly Update[], number: BusinessNumber): object {
  return {
    object: 'whatsapp_business_account',
    entry: [
      { id: accountId, changes: updates.map((update) => ({ field: 'messages', value: changeValue(update, number) })) },
    ],
  };
}

/** A message of a customer; `at` in milliseconds since 1970. */
export function messageUpdate(
  customer: Customer,
  content: CustomerContent,
  message: {
    readonly id: string;
    readonly at: number;
    readonly contextId?: string | undefined;
    readonly displayPhoneNumber: string;
  },
): Update {
  const context = message.contextId && { context: { from: message.displayPhoneNumber, id: message.contextId } };
  const element = {
    ...context,
    ...(customer.hidesPhone ? {} : { from: customer.phone.slice(1) }),
    from_user_id: customer.bsuid,
    id: message.id,
    timestamp: String(Math.floor(message.at / 1000)),
    ...kindOf(content),
  };
  return { kind: 'messages', customer, withContact: true, element };
}

/** A status of a message that the app sent. */
export function statusUpdate(
  customer: Customer,
  status: {
    readonly id: string;
    readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
    readonly at: number;
    readonly callbackData?: string | undefined;
    readonly error?: { readonly code: number; readonly title: string } | undefined;
  },
): Update {
  const element = {
    id: status.id,
    status: status.status,
    timestamp: String(Math.floor(status.at / 1000)),
    ...(customer.hidesPhone ? {} : { recipient_id: customer.phone.slice(1) }),
    ...(status.status === 'failed' ? {} : { recipient_user_id: customer.bsuid }),
    ...(status.callbackData === undefined ? {} : { biz_opaque_callback_data: status.callbackData }),
    ...(status.status === 'sent' ? { pricing } : {}),
    ...(status.error ? { errors: [{ ...status.error, message: status.error.title }] } : {}),
  };
  return { kind: 'statuses', customer, withContact: status.status !== 'failed', element };
}

const accountId = '330022003300220';
const pricing = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };

function changeValue({ kind, customer, withContact, element }: Update, number: BusinessNumber): object {
  const contact = {
    profile: { name: customer.name, ...(customer.username ? { username: customer.username } : {}) },
    ...(customer.hidesPhone ? {} : { wa_id: customer.phone.slice(1) }),
    user_id: customer.bsuid,
  };
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.displayPhoneNumber, phone_number_id: number.phoneNumberId },
    ...(withContact ? { contacts: [contact] } : {}),
    [kind]: [element],
  };
}

function kindOf(content: CustomerContent): object {
  if ('text' in content) return { type: 'text', text: { body: content.text } };
  if ('templateTap' in content) {
    const { text, payload } = content.templateTap;
    return { type: 'button', button: { payload: payload ?? text, text } };
  }
  if ('raw' in content) return content.raw;
  const { in: place, ...reply } = content.tap;
  const interactive =
    place === 'buttons'
      ? { type: 'button_reply', button_reply: { id: reply.id, title: reply.title } }
      : { type: 'list_reply', list_reply: reply };
  return { type: 'interactive', interactive };
}
