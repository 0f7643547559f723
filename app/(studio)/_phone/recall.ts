type KeyPress = Readonly<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'>>;

/**
 * What the up and down keys bring back into an empty field, or into one that shows something brought back: the message
 * sent before or after it, oldest first in `sent`. Null when the key is none of ours, such as in a text being written.
 */
export function recallOf(press: KeyPress, text: string, sent: readonly string[]): string | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey, isComposing } = press;
  if (isComposing || shiftKey || altKey || ctrlKey || metaKey) return null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const distinct = sent.filter((message, index) => message !== sent[index - 1]);
  const shown = text === '' ? distinct.length : distinct.lastIndexOf(text);
  if (shown === -1) return null;
  if (key === 'ArrowUp') return distinct[shown - 1] ?? null;
  return text === '' ? null : (distinct[shown + 1] ?? '');
}
