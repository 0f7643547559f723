import { z } from 'zod';
import exampleConversation from '@/flows/scenarios/example-conversation.json';
import type { Delivery } from '../fake-whatsapp/send-webhooks';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';
import type { Posted } from './repeating-post';

/** A message that a customer has written. Times are milliseconds since 1970. */
export type Written = {
  readonly id: string;
  readonly phone: string;
  /** Its place among what this customer has written. */
  readonly place: number;
  /** When it should leave; it leaves later when the customer's earlier one is not taken yet. */
  readonly dueAt: number;
  /** Undefined until the app has answered 200. */
  delivery: Delivery | undefined;
};

type Person = {
  readonly phone: string;
  readonly lines: readonly string[];
  written: number;
  /** When the last message was taken; undefined while it is not. */
  takenAt: number | undefined;
  isAnswered: boolean;
  line: Promise<void>;
};

/**
 * Customers who write the example conversation over and over, each in one of its languages and scripts. A customer's next
 * message leaves when the app has taken the one before, since Meta promises no order of webhooks under way at once.
 */
export class Crowd {
  readonly written: Written[] = [];
  private readonly people: readonly Person[];
  private next = 0;

  constructor(
    fake: FakeWhatsApp,
    size: number,
    private readonly post: (message: Posted) => Promise<Delivery> = (message) => fake.receiveFromCustomer(message),
  ) {
    this.people = Array.from({ length: size }, (_, index) => createPerson(index));
    const byPhone = new Map(this.people.map((person) => [person.phone, person]));
    fake.ledger.onAccepted(({ customer }) => {
      const person = byPhone.get(customer.phone);
      if (person) person.isAnswered = true;
    });
  }

  /** The next customer in the round writes, whatever became of their last message. */
  writeNext(dueAt: number): void {
    const person = this.people[this.next % this.people.length];
    this.next += 1;
    if (person) this.write(person, dueAt);
  }

  /** The next customer in the round who is not waiting for an answer writes. Nobody waits longer than `patienceMs`. */
  writeNextIdle(dueAt: number, patienceMs: number): void {
    const round = [...this.people.slice(this.next), ...this.people.slice(0, this.next)];
    const person = round.find(
      ({ takenAt, isAnswered, written }) =>
        written === 0 || (takenAt !== undefined && (isAnswered || dueAt - takenAt > patienceMs)),
    );
    if (!person) return;
    this.next = (this.people.indexOf(person) + 1) % this.people.length;
    this.write(person, dueAt);
  }

  private write(person: Person, dueAt: number): void {
    const { phone, lines, written: place } = person;
    const text = lines[place % lines.length] ?? '';
    const message: Written = { id: `wamid.bench.${phone}.${place}`, phone, place, dueAt, delivery: undefined };
    this.written.push(message);
    Object.assign(person, { written: place + 1, takenAt: undefined, isAnswered: false });
    person.line = person.line.then(async () => {
      const delivery = await this.post({ from: phone, id: message.id, text, at: Date.now() });
      message.delivery = delivery.delivered ? delivery : undefined;
      if (person.written === place + 1) person.takenAt = Date.now();
    });
  }
}

function createPerson(index: number): Person {
  return {
    phone: `+91${9_845_000_000 + index}`,
    lines: conversations[index % conversations.length] ?? [],
    written: 0,
    takenAt: undefined,
    isAnswered: false,
    line: Promise.resolve(),
  };
}

const conversations = z
  .object({ scenarios: z.array(z.object({ name: z.string(), steps: z.array(z.object({ said: z.string() })) })) })
  .parse(exampleConversation)
  .scenarios.filter(({ name }) => name.startsWith('The example conversation in '))
  .map(({ steps }) => steps.map(({ said }) => said));
