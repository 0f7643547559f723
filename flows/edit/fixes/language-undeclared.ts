import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { languageName } from '../../schema/language-name';
import { boldFix, type Fix, type FixRule, safeFix } from './fix';
import { removePart } from './remove-part';

/** A language that is used is one of the flow's, or is no longer used. */
export const languageUndeclared: FixRule = {
  code: 'language.undeclared',
  fixes: ({ place }, flow) => {
    const language = place.language ?? languageSetIn(flow, place);
    if (language === undefined) return [];
    const label = `Add ${languageName(language)} to the flow`;
    return [safeFix('add', label, (now) => withLanguage(now, language)), ...removals(flow, place, language)];
  },
};

function languageSetIn(flow: Flow, place: IssuePlace): string | undefined {
  const state = flow.states.find(({ id }) => id === place.state);
  return state?.type === 'set' ? state.data.language : undefined;
}

function removals(flow: Flow, place: IssuePlace, language: string): Fix[] {
  if (place.path === 'defaultLanguage') {
    const first = flow.languages[0];
    if (first === undefined) return [];
    const label = `Make ${languageName(first)} the flow’s own language`;
    return [boldFix('other', label, (now) => ({ ...now, defaultLanguage: first }))];
  }
  if (place.language === undefined) {
    return [boldFix('keep', 'Leave the language as it is here', (now) => removePart(now, place, ['language']))];
  }
  const path = [...(place.path?.split('.') ?? []), language];
  return [boldFix('remove', `Remove the ${languageName(language)} text`, (now) => removePart(now, place, path))];
}

function withLanguage(flow: Flow, language: string): Flow {
  return flow.languages.includes(language) ? flow : { ...flow, languages: [...flow.languages, language] };
}
