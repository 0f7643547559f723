const SHOWN = 3;

/** What of an example conversation is still to be said: what follows the last sentence of it that the customer used. */
export function nextSuggestions(example: readonly string[], said: readonly string[]): readonly string[] {
  const last = Math.max(-1, ...said.map((text) => example.indexOf(text)));
  return example.slice(last + 1, last + 1 + SHOWN);
}
