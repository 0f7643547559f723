/** A person with WhatsApp. `hidesPhone`: they use a username, so businesses see only the business-scoped user id. */
export type Customer = {
  readonly phone: string; // E.164 with +
  readonly bsuid: string;
  readonly name: string;
  readonly username?: string | undefined;
  readonly hidesPhone: boolean;
};

export type CustomerInput = string | (Partial<Customer> & { readonly phone: string });

/** The people whom the fake knows; one is made when first mentioned by phone. */
export class Customers {
  private readonly byPhone = new Map<string, Customer>();
  private readonly byBsuid = new Map<string, Customer>();

  /** The customer of a phone, with what is new about them remembered. */
  meet(input: CustomerInput): Customer {
    const given = typeof input === 'string' ? { phone: input } : input;
    const phone = `+${given.phone.replace(/\D/g, '')}`;
    const known = this.byPhone.get(phone) ?? this.make(phone);
    const customer = { ...known, ...given, phone };
    this.byPhone.set(phone, customer);
    this.byBsuid.set(customer.bsuid, customer);
    return customer;
  }

  findByBsuid(bsuid: string): Customer | undefined {
    return this.byBsuid.get(bsuid);
  }

  /** Lets a customer change their number, and so their user id; whoever writes from the old number now is somebody else. */
  renumber(input: CustomerInput, phone: string): { readonly before: Customer; readonly after: Customer } {
    const before = this.meet(input);
    this.byPhone.delete(before.phone);
    this.byBsuid.delete(before.bsuid);
    const after = this.meet({ ...before, phone, bsuid: `${before.bsuid}N` });
    return { before, after };
  }

  /** The id is made from the phone, so that it is the same in every run. */
  private make(phone: string): Customer {
    const digits = phone.slice(1);
    return {
      phone,
      bsuid: `IN.${digits.split('').reverse().join('')}`,
      name: `Customer ${digits.slice(-4)}`,
      hidesPhone: false,
    };
  }
}
