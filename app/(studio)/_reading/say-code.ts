/** A code as words: "ask_rate" is "ask rate". */
export function sayCode(code: string): string {
  return code.replaceAll('_', ' ');
}
