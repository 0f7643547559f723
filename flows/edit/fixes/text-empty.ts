import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { changeInside } from './change-inside';
import { type FixRule, safeFix } from './fix';
import { listLabelIn } from './list-label';
import { removePart } from './remove-part';

/** How far up from an empty text a part is still nothing but that text: the text, its message, the list of wordings. */
const MOST_LEVELS = 3;

/** An empty text goes with the part that it is all of; the label of a list is the one that other lists have. */
export const textEmpty: FixRule = {
  code: 'text.empty',
  fixes: ({ place }, flow) => {
    if (place.path === 'buttonLabel') {
      return [safeFix('label', 'Label it as other lists', (now) => withLabel(now, place))];
    }
    const path = removablePath(flow, place);
    return path === null ? [] : [safeFix('remove', 'Remove this part', (now) => removePart(now, place, path))];
  },
};

function withLabel(flow: Flow, place: IssuePlace): Flow {
  const label = listLabelIn(flow);
  return changeInside(flow, place, (data) => ({ ...Object(data), buttonLabel: label }));
}

/** The nearest part around the text that the schema can do without. */
function removablePath(flow: Flow, place: IssuePlace): readonly string[] | null {
  const path = place.path?.split('.') ?? [];
  for (let levels = 0; levels < MOST_LEVELS && path.length - levels > 0; levels += 1) {
    const part = path.slice(0, path.length - levels);
    if (removePart(flow, place, part) !== flow) return part;
  }
  return null;
}
