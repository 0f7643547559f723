import type { FakeClock } from './clock';
import type { FaultKind } from './faults';
import { fieldsOf } from './field-problems';
import type { AcceptedSend, Ledger } from './ledger';
import type { FakeTemplate } from './possessions';
import type { Random } from './random';
import type { WebhookSender } from './send-webhooks';
import { statusUpdate, type WirePricing } from './webhook-body';

/** What statuses need of the fake. */
export type StatusWorld = {
  readonly sender: WebhookSender;
  readonly random: Random;
  readonly clock: FakeClock;
  readonly ledger: Ledger;
  readonly templates: readonly FakeTemplate[] | undefined;
};

/** Statuses follow each other, each after its delay; a message that fails later was sent first. The weather may lose some. */
export function sendStatuses(world: StatusWorld, send: AcceptedSend, fault: FaultKind | undefined): void {
  const { sender, random, clock, ledger } = world;
  const { weather } = sender;
  const { wamid, account, outboxId, customer } = send;
  const statuses = statusesOf(send, fault, weather.statuses).filter(() => !random.happens(weather.lost));
  if (statuses.length === 0) ledger.silent.add(wamid);
  const pricing = pricingOf(send, world.templates ?? []);
  const arrival = statuses.find((status) => status === 'delivered' || status === 'read');
  const series = statuses.map((status) => {
    const isPriced = status === 'sent' || status === arrival;
    const details = {
      id: wamid,
      status,
      at: clock.now(),
      callbackData: outboxId,
      ...(isPriced ? { pricing } : {}),
    };
    const error = fault?.kind === 'failLater' ? { code: fault.code, title: fault.title ?? 'Failed' } : undefined;
    const update = statusUpdate(customer, status === 'failed' ? { ...details, error } : details);
    return { delayMs: random.between(weather.delayMs), update: { ...update, account } };
  });
  void sender.sendSeries(series);
}

type Status = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

function statusesOf({ body }: AcceptedSend, fault: FaultKind | undefined, usual: readonly Status[]): readonly Status[] {
  if (fault?.kind === 'failLater') return ['sent', 'failed'];
  if (body.type === 'reaction') return usual.filter((status) => status === 'sent'); // Cloud API reference, statuses
  const isVoice = fieldsOf(body.audio).voice === true;
  return usual.filter((status) => status !== 'played' || isVoice);
}

/** Answers to a customer are free here; a template is billed by its category. */
function pricingOf({ body }: AcceptedSend, templates: readonly FakeTemplate[]): WirePricing {
  if (body.type !== 'template') {
    return { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };
  }
  const known = templates.find(({ name }) => name === fieldsOf(body.template).name);
  return { billable: true, pricing_model: 'PMP', type: 'regular', category: known?.category ?? 'utility' };
}
