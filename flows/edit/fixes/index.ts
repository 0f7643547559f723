import { addressNotWeb } from './address-not-web';
import { branchCaseUnreachable } from './branch-case-unreachable';
import { choiceDuplicateId } from './choice-duplicate-id';
import { choiceDuplicateTitle } from './choice-duplicate-title';
import { expressionUnknownFormat } from './expression-unknown-format';
import { expressionUnknownName } from './expression-unknown-name';
import type { FixRule } from './fix';
import { flowNoHuman } from './flow-no-human';
import { flowNoWayOut } from './flow-no-way-out';
import { flowStartUnknown } from './flow-start-unknown';
import { languageNoWords } from './language-no-words';
import { languageUndeclared } from './language-undeclared';
import { messageTooManyChoices } from './message-too-many-choices';
import { outcomeConditional } from './outcome-conditional';
import { outcomeDuplicate } from './outcome-duplicate';
import { outcomeUnconnected } from './outcome-unconnected';
import { ruleNeverMatches } from './rule-never-matches';
import { ruleNoAnswer } from './rule-no-answer';
import { ruleUnknownState } from './rule-unknown-state';
import { slotUnknown } from './slot-unknown';
import { slotWrongValue } from './slot-wrong-value';
import { splitOddWeights } from './split-odd-weights';
import { stateDeadEnd } from './state-dead-end';
import { stateUnreachable } from './state-unreachable';
import { templateSameButton } from './template-same-button';
import { textEmpty } from './text-empty';
import { transitionNeverTaken } from './transition-never-taken';
import { transitionUnknownOutcome } from './transition-unknown-outcome';
import { transitionUnknownState } from './transition-unknown-state';
import { translationDrafted } from './translation-drafted';
import { translationPlaceholders } from './translation-placeholders';
import { translationStale } from './translation-stale';
import { variableReserved } from './variable-reserved';

/** What can be put right by one act. A new one is a file and a line here; its code is one of a check's. */
export const fixRules = [
  addressNotWeb,
  branchCaseUnreachable,
  choiceDuplicateId,
  choiceDuplicateTitle,
  expressionUnknownFormat,
  expressionUnknownName,
  flowNoHuman,
  flowNoWayOut,
  flowStartUnknown,
  languageNoWords,
  languageUndeclared,
  messageTooManyChoices,
  outcomeConditional,
  outcomeDuplicate,
  outcomeUnconnected,
  ruleNeverMatches,
  ruleNoAnswer,
  ruleUnknownState,
  slotUnknown,
  slotWrongValue,
  splitOddWeights,
  stateDeadEnd,
  stateUnreachable,
  templateSameButton,
  textEmpty,
  transitionNeverTaken,
  transitionUnknownOutcome,
  transitionUnknownState,
  translationDrafted,
  translationPlaceholders,
  translationStale,
  variableReserved,
] as const satisfies readonly FixRule[];
