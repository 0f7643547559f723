import { formProblems } from '@/flows/edit/form-problem';
import { setConsent } from '@/flows/edit/set-state-head';
import { stateBase } from '@/flows/states/define-state';
import { fieldOf } from '../form/field-of';
import { findState } from './find-state';
import type { Owner } from './owner';

/** The consent that entering a state records. */
export function consentOwner(stateId: string): Owner {
  return {
    key: `consent:${stateId}`,
    name: stateId,
    place: null,
    field: fieldOf(consent),
    rootOf: (flow) => findState(flow, stateId)?.consent,
    write: (flow, root) => {
      const parsed = consent.safeParse(root);
      return parsed.success ? setConsent(flow, stateId, parsed.data) : flow;
    },
    whyNot: (_flow, root) => {
      const parsed = consent.safeParse(root);
      return parsed.success ? [] : formProblems(parsed.error.issues, root);
    },
    usesOf: () => new Map(),
  };
}

const consent = stateBase.shape.consent.unwrap();
