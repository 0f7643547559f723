import { confirmText } from './confirm-text';
import { boldFix, type FixRule } from './fix';

/** A person has read the draft and it is right. */
export const translationDrafted: FixRule = {
  code: 'translation.drafted',
  fixes: ({ place }) => [boldFix('confirm', 'It is right', (flow) => confirmText(flow, place))],
};
