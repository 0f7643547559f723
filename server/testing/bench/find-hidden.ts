import type { AcceptedSend } from '../fake-whatsapp/ledger';

/** A message as the app remembers it; `problem` is what an officer reads about it. */
export type SendMemory = { readonly id: string; readonly status: string; readonly problem: string | null };

/**
 * Sends about which the app deceives: one sentence each. It may not know whether a message was taken, but then it must say
 * so, and it must know as soon as a status has told it. `silent` holds the ids of accepted messages without any status.
 */
export function findHidden(
  sends: readonly SendMemory[],
  accepted: readonly Pick<AcceptedSend, 'outboxId' | 'wamid'>[],
  silent: ReadonlySet<string>,
): string[] {
  const wamids = new Map(accepted.map(({ outboxId, wamid }) => [outboxId, wamid]));
  return sends.flatMap(({ id, status, problem }) => {
    const wamid = wamids.get(id);
    const why = wamid === undefined ? whyOfUntaken(status, problem) : whyOfTaken(status, problem, silent.has(wamid));
    return why === undefined ? [] : [`${id}: ${why}`];
  });
}

function whyOfTaken(status: string, problem: string | null, isSilent: boolean): string | undefined {
  if (status === 'accepted') return undefined;
  if (status !== 'unknown') return `WhatsApp took it, and it is ${status}`;
  if (!isSilent) return 'its status came, and it is unknown still';
  return problem === null ? 'it is unknown, and nobody is told' : undefined;
}

function whyOfUntaken(status: string, problem: string | null): string | undefined {
  if (status === 'accepted') return 'WhatsApp never took it, and it counts as accepted';
  if (status === 'queued' || status === 'dispatching') return `it is ${status} still`;
  return problem === null ? `it is ${status}, and nobody is told why` : undefined;
}
