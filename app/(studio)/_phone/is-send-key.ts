/** What of a key press decides whether it sends. */
type KeyPress = Readonly<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>>;

/** Browsers report 229 for a key that an input method took for itself, also where they forget `isComposing` (Safari). */
const TAKEN_BY_INPUT_METHOD = 229;

/** Enter sends; with Shift it begins a line, and while an Indian word is being composed it belongs to the input method. */
export function isSendKey({ key, shiftKey, isComposing, keyCode }: KeyPress): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== TAKEN_BY_INPUT_METHOD;
}
