import { whatsAppLimits } from '../../schema/whatsapp-limits';
import type { CheckRule } from '../check-rule';
import { choiceGroupsOf } from '../choice-groups';

/** WhatsApp shows three reply buttons, or ten rows of a list. */
export const messageTooManyChoices: CheckRule = {
  code: 'message.too_many_choices',
  severity: 'error',
  find: ({ texts }) =>
    choiceGroupsOf(texts).flatMap(({ place, kind, titles }) => {
      const most = kind === 'buttons' ? whatsAppLimits.buttons : whatsAppLimits.listRows;
      if (titles.length <= most) return [];
      return [
        {
          place,
          message: `This message has ${titles.length} ${kind === 'buttons' ? 'buttons' : 'rows'}; WhatsApp shows at most ${most}.`,
          fix: kind === 'buttons' ? 'Use a list, or offer fewer choices.' : 'Offer fewer choices, or ask in two steps.',
        },
      ];
    }),
};
