import type { FlowRule } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import type { LanguageCode } from '../schema/language';
import { type TextUse, textsOfMessage, textsOfWordings } from '../schema/message-template';
import type { CheckedState } from './checked-state';

/** A text in all its languages, with its place and the key that translations are kept under. */
export type CheckedText = Readonly<{
  place: IssuePlace;
  key: string;
  path: string;
  text: Readonly<Record<LanguageCode, string>>;
  use: TextUse;
}>;

export function textsOfState({ id, behaviour }: Pick<CheckedState, 'id' | 'behaviour'>): CheckedText[] {
  return behaviour.texts.map(({ path, text, use }) => ({
    place: { state: id, path },
    key: `${id}/${path}`,
    path,
    text,
    use,
  }));
}

export function textsOfRule({ id, action }: FlowRule): CheckedText[] {
  if (action.type === 'goTo') return [];
  const texts =
    action.type === 'changeLanguage'
      ? textsOfMessage(action.say, 'action.say')
      : Object.entries(action.answers).flatMap(([intent, answer]) =>
          textsOfWordings(answer, `action.answers.${intent}`),
        );
  return texts.map(({ path, text, use }) => ({
    place: { rule: id, path },
    key: `rule:${id}/${path}`,
    path,
    text,
    use,
  }));
}
