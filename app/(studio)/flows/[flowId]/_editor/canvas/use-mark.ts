import { useEditor } from '../editor-context';
import type { Lit } from '../lit';

export type Mark = 'current' | 'visited' | 'failed' | 'uncovered' | 'added' | 'changed' | 'moved';

/** What the panels light up about one state; the most telling when there are several. */
export function useMark(stateId: string): Mark | null {
  return useEditor(({ lit }) => markOf(stateId, lit));
}

function markOf(id: string, { current, visited, failed, uncovered, compared }: Lit): Mark | null {
  if (current === id) return 'current';
  if (failed.has(id)) return 'failed';
  const difference = compared?.states.get(id);
  if (difference) return difference;
  if (visited.has(id)) return 'visited';
  return uncovered?.states.has(id) ? 'uncovered' : null;
}
