import type { CheckRule } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import { type Silence, silences } from '../silences';

/** WhatsApp's customer service window: free-form messages only within 24 hours of the customer's last one. */
const WINDOW_SECONDS = 86_400;

/** Whatever may be said a day after the customer's last message begins with an approved template. */
export const windowClosed: CheckRule = {
  code: 'window.closed',
  severity: 'warning',
  find: (flow) => {
    const found = silences(flow, WINDOW_SECONDS);
    return [...flow.states.keys()].flatMap((id) => {
      const silence = found.get(id);
      if (!silence || silence.seconds < WINDOW_SECONDS || !speaks(id, flow)) return [];
      return [
        {
          place: { state: id },
          message: `What "${id}" says may come more than 24 hours after the customer's last message${since(silence)}; WhatsApp would refuse it.`,
          fix: 'Put a template state before it, or wait less than 24 hours.',
        },
      ];
    });
  },
};

function since({ causedBy }: Silence): string {
  return causedBy === null ? '' : `, after the wait in "${causedBy}"`;
}

function speaks(id: string, { texts, states }: CheckedFlow): boolean {
  if (states.get(id)?.state.type === 'template') return false;
  return texts.some(({ place, use }) => place.state === id && use !== 'internal');
}
