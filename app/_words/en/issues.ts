/** Counts things: "1 error", "3 errors". */
function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** What the editor's issues part says in English. */
export const issuesWords = {
  label: 'Issues',
  loading: 'Looking through the flow…',
  noneTitle: 'No problems',
  noneBody: (rules: number, states: number) => `${counted(rules, 'rule')} looked at ${counted(states, 'state')}.`,
  filter: 'Which issues',
  all: (count: number) => `All ${count}`,
  severities: { error: 'Errors', warning: 'Warnings', hint: 'Hints' },
  one: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  noneOf: { error: 'No errors: the flow can be published.', warning: 'No warnings.', hint: 'No hints.' },
  lead: {
    blocked: (errors: number) => (errors === 1 ? '1 error forbids publishing.' : `${errors} errors forbid publishing.`),
    free: 'None of these forbids publishing.',
  },
  told: (errors: number, warnings: number, hints: number) =>
    errors + warnings + hints === 0
      ? 'No problems'
      : [
          ...(errors > 0 ? [counted(errors, 'error')] : []),
          ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
          ...(hints > 0 ? [counted(hints, 'hint')] : []),
        ].join(', '),
  wholeFlow: 'The flow as a whole',
  rule: (name: string) => `Rule ${name}`,
  transition: (id: string) => `Transition ${id}`,
  fixes: 'Ways to fix it',
  allLike: (count: number) => `All ${count} of this kind`,
  more: (count: number) => `Show ${count} more`,
  edit: (label: string, owner: string) => `${label} (${owner})`,
  editAll: (label: string, count: number) => `${label}, ${count} times`,
  fixed: (label: string) => `Done: ${label}`,
  nothing: 'This fits no longer: the flow has changed since.',
} as const;
