import { boldFix, type FixRule } from './fix';
import { removePart } from './remove-part';

/** Of two choices that read the same, the later one goes: another wording only a person knows. */
export const choiceDuplicateTitle: FixRule = {
  code: 'choice.duplicate_title',
  fixes: ({ place }) => {
    const path = place.path?.split('.').slice(0, -1) ?? [];
    return [boldFix('remove', 'Remove the second choice', (flow) => removePart(flow, place, path))];
  },
};
