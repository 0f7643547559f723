import { BACK, type Transition } from '../schema/flow';
import type { OfficeHours } from '../states/office-hours';
import type { CheckedFlow } from './checked-flow';
import type { CheckedState } from './checked-state';

/** How long the customer may have been silent when a state is entered, at most, and which wait brought it about. */
export type Silence = Readonly<{ seconds: number; causedBy: string | null }>;

/** Rounds of one circle that are followed before its silence counts as endless. */
const MOST_RAISES = 25;

/**
 * The longest silence that each reachable state can be entered after, up to `endless` seconds. A reply ends a silence;
 * so does a template, which begins a new conversation. Waits add up along transitions without a condition: a condition
 * may well count them ("once"), so after one only the wait itself counts.
 */
export function silences(flow: CheckedFlow, endless: number): ReadonlyMap<string, Silence> {
  const found = new Map<string, Silence>([...flow.reachable].map((id) => [id, noSilence]));
  const raises = new Map<string, number>();
  const waiting = [...flow.reachable];
  // "@back" stands for all the states that one may come back to.
  found.set(BACK, noSilence);
  const raise = (id: string, silence: Silence): void => {
    const known = found.get(id);
    if (!known || known.seconds >= silence.seconds) return;
    const times = (raises.get(id) ?? 0) + 1;
    raises.set(id, times);
    found.set(id, times > MOST_RAISES ? { ...silence, seconds: endless } : silence);
    waiting.push(id);
  };
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const before = found.get(id) ?? noSilence;
    const state = flow.states.get(id);
    if (id === BACK) for (const target of flow.backTargets) raise(target, before);
    const waits = state ? waitsOf(state, endless) : noWaits;
    for (const transition of state?.transitions ?? []) {
      raise(transition.to, silenceAfter(transition, waits, before, endless));
    }
  }
  return found;
}

const noSilence: Silence = { seconds: 0, causedBy: null };

function silenceAfter(
  { from, outcome, condition }: Transition,
  waits: Waits,
  before: Silence,
  endless: number,
): Silence {
  const waited = waits(outcome);
  if (waited === 'replied') return noSilence;
  if (waited === 0) return before;
  return { seconds: Math.min(endless, (condition ? 0 : before.seconds) + waited), causedBy: from };
}

/** How long a state waits before it leaves along an outcome without having heard the customer. */
type Waits = (outcome: string) => number | 'replied';

const noWaits: Waits = () => 0;

function waitsOf({ state, transitions }: CheckedState, endless: number): Waits {
  switch (state.type) {
    case 'wait': {
      const { data } = state;
      const seconds =
        data.until === 'duration' ? data.seconds : data.until === 'time' ? endless : longestClosed(data.hours);
      return (outcome) => (outcome === 'replied' ? 'replied' : seconds);
    }
    case 'ask':
    case 'choose':
    case 'converse': {
      const { timeoutSeconds = 'replied' } = state.data;
      // Without a transition for it, silence goes along "gave_up".
      const isHandled = transitions.some(({ outcome }) => outcome === 'timeout');
      const silent = isHandled || state.type === 'converse' ? ['timeout'] : ['timeout', 'gave_up'];
      return (outcome) => (silent.includes(outcome) ? timeoutSeconds : 'replied');
    }
    case 'template':
      return () => 'replied';
    default:
      return noWaits;
  }
}

/** The longest that one waits for the office to open, in seconds. */
function longestClosed({ days, opens, closes }: OfficeHours): number {
  const sorted = [...new Set(days)].sort((one, other) => one - other);
  const gaps = sorted.map((day, index) => (sorted[index + 1] ?? (sorted[0] ?? day) + 7) - day);
  return Math.max(...gaps, 1) * 86_400 - (secondsOf(closes) - secondsOf(opens));
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3_600 + minutes * 60;
}
