export type ListAct =
  | Readonly<{ type: 'open' }>
  | Readonly<{ type: 'move'; to: number }>
  | Readonly<{ type: 'choose' }>
  | Readonly<{ type: 'close' }>;

type ListState = Readonly<{ isOpen: boolean; active: number; count: number }>;

/** What a key does to the list under a field that keeps the cursor; null for keys that are the field's own. */
export function listAct(key: string, { isOpen, active, count }: ListState): ListAct | null {
  if (!isOpen) return key === 'ArrowDown' || key === 'ArrowUp' ? { type: 'open' } : null;
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', to: (active + 1) % Math.max(1, count) };
    case 'ArrowUp':
      return { type: 'move', to: (active - 1 + Math.max(1, count)) % Math.max(1, count) };
    case 'Enter':
      return { type: 'choose' };
    case 'Escape':
      return { type: 'close' };
    default:
      return null;
  }
}
