import type { Flow } from '../../schema/flow';
import type { FlowIssue } from '../../schema/flow-issue';

type Common = Readonly<{
  /** The same for all issues of one code that can be put right in this way. */
  id: string;
  /** An order to do it: "Remove the transition". */
  label: string;
}>;

/** One way to put an issue right: at once, or with the answer to one question. A change that no longer fits returns the flow itself. */
export type Fix = Common &
  (
    | Readonly<{
        kind: 'change';
        /** Nothing is lost and nothing is guessed, so it may be done to all issues of the kind unseen. */
        isSafe: boolean;
        change: (flow: Flow) => Flow;
      }>
    | Readonly<{ kind: 'chooseState'; change: (flow: Flow, stateId: string) => Flow }>
    | Readonly<{ kind: 'chooseOutcome'; change: (flow: Flow, end: OutcomeEnd) => Flow }>
  );

/** Where a transition can start. */
export type OutcomeEnd = Readonly<{ state: string; outcome: string }>;

/** How the issues of one code can be put right, the likeliest way first; none where only a person knows. */
export type FixRule = Readonly<{ code: string; fixes: (issue: FlowIssue, flow: Flow) => readonly Fix[] }>;

/** A fix that loses nothing and guesses nothing. */
export function safeFix(id: string, label: string, change: (flow: Flow) => Flow): Fix {
  return { kind: 'change', id, label, isSafe: true, change };
}

/** A fix that a person should look at: it takes something away, or supposes what was meant. */
export function boldFix(id: string, label: string, change: (flow: Flow) => Flow): Fix {
  return { kind: 'change', id, label, isSafe: false, change };
}
