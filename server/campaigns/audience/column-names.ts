/**
 * What a message calls the columns of a file, in their order: the `city` of `{{ column.city }}`. Made of the header's letters
 * and digits; a header in another script is named by its place (`column_3`), and of two alike the second gets a number.
 */
export function columnNames(columns: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [index, column] of columns.entries()) {
    const plain = plainName(column) || `column_${index + 1}`;
    let name = plain;
    for (let count = 2; names.includes(name); count += 1) name = `${plain}_${count}`;
    names.push(name);
  }
  return names;
}

const longest = 40;

function plainName(column: string): string {
  const letters = column.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = letters.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return words
    .replace(/^[_0-9]+/, '')
    .slice(0, longest)
    .replace(/_+$/, '');
}
