import type { Flow } from '../../schema/flow';
import { freeName, LONGEST_TRANSITION_ID } from '../free-name';
import { entryOf } from '../same-json';
import { changeInside } from './change-inside';
import { type FixRule, safeFix } from './fix';

const LONGEST_PART_ID = 64;

/** The later option, case or variant gets an id of its own, and leads where both led. */
export const outcomeDuplicate: FixRule = {
  code: 'outcome.duplicate',
  fixes: ({ place }) => {
    const [kind = '', id = ''] = place.path?.split(':') ?? [];
    const list = listOf[kind];
    if (list === undefined) return [];
    return [
      safeFix('separate', 'Give the later one its own id', (flow) =>
        separated(flow, place.state ?? '', kind, id, list),
      ),
    ];
  },
};

const listOf: Readonly<Record<string, string>> = { choice: 'options', case: 'cases', variant: 'variants' };

function separated(flow: Flow, state: string, kind: string, id: string, list: string): Flow {
  let fresh = id;
  const changed = changeInside(flow, { state }, (data) => {
    const parts = entryOf(data, list);
    if (!Array.isArray(parts) || typeof data !== 'object') return data;
    const ids = parts.map((part) => String(entryOf(part, 'id')));
    fresh = freeName(id, ids, LONGEST_PART_ID);
    const later = ids.lastIndexOf(id);
    return { ...data, [list]: parts.map((part, index) => (index === later ? { ...part, id: fresh } : part)) };
  });
  return changed === flow ? flow : withSameWays(changed, state, `${kind}:${id}`, `${kind}:${fresh}`);
}

function withSameWays(flow: Flow, state: string, outcome: string, fresh: string): Flow {
  const taken = new Set(flow.transitions.map((way) => way.id));
  const copies = flow.transitions
    .filter((way) => way.from === state && way.outcome === outcome)
    .map((way) => {
      const id = freeName(`${state}:${fresh}`, taken, LONGEST_TRANSITION_ID, ':');
      taken.add(id);
      return { ...way, id, outcome: fresh };
    });
  return { ...flow, transitions: [...flow.transitions, ...copies] };
}
