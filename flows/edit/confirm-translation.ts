import type { Flow } from '../schema/flow';
import { setTexts, type TextTarget } from './set-text';
import { textAt } from './text-at';

/** Says that a translation, stale or drafted by a model, fits the text as it stands. One that is empty stays as it is. */
export function confirmTranslation(flow: Flow, target: TextTarget): Flow {
  return confirmTranslations(flow, [target]);
}

/** Says the same of many translations. */
export function confirmTranslations(flow: Flow, targets: readonly TextTarget[]): Flow {
  const states = new Map<string, unknown>(flow.states.map(({ id, data }) => [id, data]));
  const rules = new Map<string, unknown>(flow.rules.map((rule) => [rule.id, rule]));
  const changes = targets.flatMap((target) => {
    const root = 'state' in target ? states.get(target.state) : rules.get(target.rule);
    const text = textAt(root, target.path).get(target.language) ?? '';
    return text === '' || target.language === flow.defaultLanguage ? [] : [{ target, text }];
  });
  return setTexts(flow, changes);
}
