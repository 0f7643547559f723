import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { messageTemplate } from '../../schema/message-template';
import { whatsAppLimits } from '../../schema/whatsapp-limits';
import { changeInside } from './change-inside';
import { boldFix, type FixRule, safeFix } from './fix';
import { insideOf, jsonAt, withJsonAt } from './json-at';
import { listLabelIn } from './list-label';

/** Buttons become the rows of a list while there are few enough; else the first choices stay. */
export const messageTooManyChoices: FixRule = {
  code: 'message.too_many_choices',
  fixes: ({ place }, flow) => {
    const path = place.path?.split('.') ?? [];
    const choices = jsonAt(insideOf(flow, place), path);
    if (!Array.isArray(choices)) return [];
    const most = path.at(-1) === 'buttons' ? whatsAppLimits.buttons : whatsAppLimits.listRows;
    const canBeList = path.at(-1) === 'buttons' && choices.length <= whatsAppLimits.listRows;
    return [
      ...(canBeList ? [safeFix('list', 'Show them as a list', (now) => asList(now, place, path.slice(0, -1)))] : []),
      boldFix('first', `Keep the first ${most}`, (now) =>
        changeInside(now, place, (inside) => withJsonAt(inside, path, choices.slice(0, most))),
      ),
    ];
  },
};

function asList(flow: Flow, place: IssuePlace, path: readonly string[]): Flow {
  return changeInside(flow, place, (inside) => {
    const message = messageTemplate.safeParse(jsonAt(inside, path)).data;
    if (message?.type !== 'buttons') return inside;
    const { buttons, type: _type, ...rest } = message;
    return withJsonAt(inside, path, { ...rest, type: 'list', buttonLabel: listLabelIn(flow), rows: buttons });
  });
}
