import { confirmText } from './confirm-text';
import { boldFix, type FixRule } from './fix';

/** A person has compared the translation with the changed text and it still fits. */
export const translationStale: FixRule = {
  code: 'translation.stale',
  fixes: ({ place }) => [boldFix('confirm', 'It still fits', (flow) => confirmText(flow, place))],
};
