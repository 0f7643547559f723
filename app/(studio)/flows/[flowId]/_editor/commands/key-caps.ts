/** The caps of a key combination as a keyboard shows them: "$mod+Shift+KeyZ" is ["Ctrl", "Shift", "Z"]. */
export function keyCaps(keys: string, isMac: boolean): readonly string[] {
  return keys.split('+').map((key) => capOf(key, isMac));
}

function capOf(key: string, isMac: boolean): string {
  if (key === '$mod') return isMac ? '⌘' : 'Ctrl';
  if (key === 'Alt') return isMac ? '⌥' : 'Alt';
  if (key === 'Shift') return isMac ? '⇧' : 'Shift';
  return caps[key] ?? key.replace(/^(Key|Digit)/, '');
}

const caps: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Escape: 'Esc',
  Equal: '+',
  Minus: '−',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
