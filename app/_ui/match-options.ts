export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Said behind the label, in a softer voice; searched too. */
  readonly hint?: string;
};

/** The options that have every word of the search, those that begin with it first; at most `most`. */
export function matchOptions<Value extends string>(
  options: readonly Option<Value>[],
  search: string,
  most: number,
): readonly Option<Value>[] {
  const wanted = plain(search);
  const words = wanted.split(' ').filter((word) => word !== '');
  if (words.length === 0) return options.slice(0, most);
  const found = options.filter((option) => {
    const text = plain(`${option.label} ${option.hint ?? ''} ${option.value}`);
    return words.every((word) => text.includes(word));
  });
  const isFirst = (option: Option<Value>) => plain(option.label).startsWith(wanted) || option.value.startsWith(wanted);
  return [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))].slice(0, most);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
}
