import type { CheckRule } from '../check-rule';

/** Each button of a template is told one thing. */
export const templateSameButton: CheckRule = {
  code: 'template.same_button',
  severity: 'error',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, state }) => {
      const buttons = state.type === 'template' ? (state.data.buttons ?? []) : [];
      const places = buttons.map(({ place }) => place);
      return places.flatMap((place, index) =>
        places.indexOf(place) === index
          ? []
          : [
              {
                place: { state: id, path: `buttons.${index}` },
                message: `Button ${place} of the template is told two things; WhatsApp would refuse the message.`,
                fix: 'Give each its own button, counted from 1, or remove one.',
              },
            ],
      );
    }),
};
