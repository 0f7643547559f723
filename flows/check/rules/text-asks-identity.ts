import type { CheckRule } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import type { CheckedText } from '../checked-text';
import { asksForIdentity } from '../identity-words';

/** Nobody is asked for Aadhaar or PAN numbers in a chat. */
export const textAsksIdentity: CheckRule = {
  code: 'text.asks_identity',
  severity: 'warning',
  find: (flow) =>
    flow.texts.flatMap((text) =>
      Object.entries(text.text)
        .filter(([, wording]) => asksForIdentity(wording, isQuestion(text, flow)))
        .map(([language]) => ({
          place: { ...text.place, language },
          message: 'This seems to ask for an identity number, which does not belong into a chat.',
          fix: 'Ask for it on paper or in the lender’s own form, and say here that it is not needed.',
        })),
    ),
};

/** True for what a state asks, as against what it tells or answers. */
function isQuestion({ place, path }: CheckedText, { states }: CheckedFlow): boolean {
  const type = place.state === undefined ? undefined : states.get(place.state)?.state.type;
  if (type === 'choose') return path === 'text' || path === 'again';
  return (type === 'ask' || type === 'converse') && /(^|\.)ask\.\d+\.text$/.test(path);
}
