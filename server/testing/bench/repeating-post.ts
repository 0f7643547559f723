import type { Random } from '../fake-whatsapp/random';
import type { Delivery } from '../fake-whatsapp/send-webhooks';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';

/** A customer's message on its way; `at` in milliseconds since 1970. */
export type Posted = { readonly from: string; readonly id: string; readonly text: string; readonly at: number };

/** Delivers as Meta does at its worst: some messages come up to twenty times at once, and again after days. */
export class RepeatingPost {
  private readonly posted: Posted[] = [];
  copies = 0;

  constructor(
    private readonly fake: FakeWhatsApp,
    private readonly random: Random,
  ) {}

  /** The fate of the first copy that was taken. */
  async post(message: Posted): Promise<Delivery> {
    this.posted.push(message);
    const further = this.random.happens(repeatedShare) ? this.random.between([1, mostCopies - 1]) : 0;
    return this.send(message, further);
  }

  /** Everything that was ever posted comes once more, and some of it many times. */
  async repeatAll(): Promise<void> {
    const waiting = [...this.posted];
    const carry = async (): Promise<void> => {
      for (let message = waiting.pop(); message; message = waiting.pop()) {
        await this.send(message, this.random.happens(0.02) ? mostCopies - 1 : 0);
        this.copies += 1;
      }
    };
    await Promise.all(Array.from({ length: 16 }, carry));
  }

  private async send(message: Posted, further: number): Promise<Delivery> {
    this.copies += further;
    const flying = Array.from({ length: 1 + further }, () => this.fake.receiveFromCustomer(message));
    const [first, ...others] = await Promise.all(flying);
    return [first, ...others].find((delivery) => delivery?.delivered) ?? first ?? untaken;
  }
}

const repeatedShare = 0.2;
const mostCopies = 20; // seen in the field, compliance and reliability reference
const untaken: Delivery = { delivered: false, status: undefined, attempts: 0, ackMs: 0 };
