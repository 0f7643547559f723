import type { CheckRule } from '../check-rule';
import { addressNotWeb } from './address-not-web';
import { branchCaseUnreachable } from './branch-case-unreachable';
import { choiceDuplicateId } from './choice-duplicate-id';
import { choiceDuplicateTitle } from './choice-duplicate-title';
import { consentLate } from './consent-late';
import { expressionBroken } from './expression-broken';
import { expressionUnknownFormat } from './expression-unknown-format';
import { expressionUnknownName } from './expression-unknown-name';
import { flowNoHuman } from './flow-no-human';
import { flowNoWayOut } from './flow-no-way-out';
import { flowStartUnknown } from './flow-start-unknown';
import { languageNoWords } from './language-no-words';
import { languageUndeclared } from './language-undeclared';
import { loopWithoutWait } from './loop-without-wait';
import { messageTooLong } from './message-too-long';
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
import { subflowRecursive } from './subflow-recursive';
import { subflowUnknown } from './subflow-unknown';
import { templateSameButton } from './template-same-button';
import { textAsksIdentity } from './text-asks-identity';
import { textEmpty } from './text-empty';
import { transitionNeverTaken } from './transition-never-taken';
import { transitionUnknownOutcome } from './transition-unknown-outcome';
import { transitionUnknownState } from './transition-unknown-state';
import { translationDrafted } from './translation-drafted';
import { translationMissing } from './translation-missing';
import { translationPlaceholders } from './translation-placeholders';
import { translationStale } from './translation-stale';
import { variableReserved } from './variable-reserved';
import { windowClosed } from './window-closed';

/** Every check. A new one is a file, a line here, and a pair of flows in `testdata`: one with the issue, one without. */
export const rules = [
  addressNotWeb,
  branchCaseUnreachable,
  choiceDuplicateId,
  choiceDuplicateTitle,
  consentLate,
  expressionBroken,
  expressionUnknownFormat,
  expressionUnknownName,
  flowNoHuman,
  flowNoWayOut,
  flowStartUnknown,
  languageNoWords,
  languageUndeclared,
  loopWithoutWait,
  messageTooLong,
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
  subflowRecursive,
  subflowUnknown,
  templateSameButton,
  textAsksIdentity,
  textEmpty,
  transitionNeverTaken,
  transitionUnknownOutcome,
  transitionUnknownState,
  translationDrafted,
  translationMissing,
  translationPlaceholders,
  translationStale,
  variableReserved,
  windowClosed,
] as const satisfies readonly CheckRule[];
