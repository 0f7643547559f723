import type { OutlineRow } from './outline-rows';

/** The part of a keyboard event that decides. */
export type TreeKey = Readonly<{
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}>;

/** What a key means in the tree (WAI-ARIA tree pattern, with several selectable). */
export type TreeAct =
  | Readonly<{ type: 'focus' | 'extend'; key: string }>
  | Readonly<{ type: 'turn'; keys: readonly string[] }>
  | Readonly<{ type: 'open' | 'toggle' | 'extendHere' | 'menu' | 'rename' }>
  | Readonly<{ type: 'remove' | 'duplicate' | 'selectAll' }>
  /** Selects the row if nothing else is: the browser's own copying comes after it. */
  | Readonly<{ type: 'keepSelected' }>
  | Readonly<{ type: 'write'; letter: string }>;

/** The rows that Page Up and Page Down go over. */
const PAGE = 10;

/** What a key pressed on the row `active` asks for; null when it means nothing here. */
export function treeAct(pressed: TreeKey, rows: readonly OutlineRow[], active: OutlineRow): TreeAct | null {
  if (pressed.isComposing) return null;
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return withCommandKey(pressed.key);
  const target = travelled(pressed.key, rows, rows.indexOf(active));
  if (target) return { type: pressed.shiftKey ? 'extend' : 'focus', key: target.key };
  switch (pressed.key) {
    case 'ArrowRight':
      return inwards(rows, active);
    case 'ArrowLeft':
      return outwards(active);
    case 'Enter':
      return { type: 'open' };
    case ' ':
      return { type: pressed.shiftKey ? 'extendHere' : 'toggle' };
    case 'ContextMenu':
      return { type: 'menu' };
    case 'F10':
      return pressed.shiftKey ? { type: 'menu' } : null;
    case 'F2':
      return { type: 'rename' };
    case 'Delete':
    case 'Backspace':
      return { type: 'remove' };
    case '*':
      return siblingsOpened(rows, active);
    default:
      return isLetter(pressed.key) ? { type: 'write', letter: pressed.key } : null;
  }
}

function withCommandKey(key: string): TreeAct | null {
  switch (key.toLowerCase()) {
    case 'a':
      return { type: 'selectAll' };
    case 'c':
    case 'x':
      return { type: 'keepSelected' };
    case 'd':
      return { type: 'duplicate' };
    case ' ':
      return { type: 'toggle' };
    default:
      return null;
  }
}

function travelled(key: string, rows: readonly OutlineRow[], at: number): OutlineRow | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1];
    case 'ArrowUp':
      return rows[at - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'PageDown':
      return rows[Math.min(rows.length - 1, at + PAGE)];
    case 'PageUp':
      return rows[Math.max(0, at - PAGE)];
    default:
      return undefined;
  }
}

function inwards(rows: readonly OutlineRow[], active: OutlineRow): TreeAct | null {
  if (active.isExpanded === null) return null;
  if (!active.isExpanded) return { type: 'turn', keys: [active.key] };
  const first = rows[rows.indexOf(active) + 1];
  return first?.parent === active.key ? { type: 'focus', key: first.key } : null;
}

function outwards(active: OutlineRow): TreeAct | null {
  if (active.isExpanded) return { type: 'turn', keys: [active.key] };
  return active.parent === null ? null : { type: 'focus', key: active.parent };
}

function siblingsOpened(rows: readonly OutlineRow[], active: OutlineRow): TreeAct {
  const closed = rows.filter(({ parent, isExpanded }) => parent === active.parent && isExpanded === false);
  return { type: 'turn', keys: closed.map(({ key }) => key) };
}

/** One visible letter of any script: "?" stays free for the list of keys. */
function isLetter(key: string): boolean {
  return /^[\p{L}\p{N}\p{M}]+$/u.test(key) && [...key].length === 1;
}

/** The row that typed letters go to: the next whose name begins with them; one letter again goes on to the one after. */
export function writtenRow(
  rows: readonly OutlineRow[],
  active: OutlineRow,
  letters: string,
  nameOf: (row: OutlineRow) => string,
): OutlineRow | undefined {
  const wanted = letters.toLowerCase();
  const at = rows.indexOf(active);
  const first = wanted.length > 1 ? at : at + 1;
  const inTurn = [...rows.slice(first), ...rows.slice(0, first)];
  return inTurn.find((row) => nameOf(row).toLowerCase().startsWith(wanted));
}
