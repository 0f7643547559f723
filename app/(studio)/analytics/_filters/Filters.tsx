import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { isNarrowed, type Place } from '../analytics-place';
import type { Choices } from '../analytics-types';

const texts = words.analytics.filters;

type Props = {
  readonly place: Place;
  /** Null while it is not known what there is to choose. */
  readonly choices: Choices | null;
  readonly onGo: (part: Partial<Place>) => void;
};

/** Whom the figures are about. What is chosen stands in the address. */
export function Filters({ place, choices, onGo }: Props): ReactElement {
  const isFunnel = place.tab === 'funnel'; // it always is about one version, and chooses it itself
  const flow = choices?.flows.find(({ id }) => id === place.flow);
  const choose = (name: 'flow' | 'version' | 'language' | 'source' | 'campaign', options: readonly Option[]) => (
    <Select
      label={texts[name]}
      value={place[name]}
      options={[{ value: '', label: texts.all }, ...known(options, place[name])]}
      onChange={(value) => onGo(name === 'flow' ? { flow: value, version: '' } : { [name]: value })}
      className="w-[calc(50%-0.375rem)] sm:w-40"
    />
  );
  return (
    <fieldset className="mt-5 flex flex-wrap items-end gap-3">
      <legend className="sr-only">{texts.label}</legend>
      {isFunnel ? null : choose('flow', choices?.flows.map(({ id, name }) => ({ value: id, label: name })) ?? [])}
      {flow && !isFunnel ? choose('version', versionsOf(flow)) : null}
      {choose('language', languages)}
      {choose('source', sources)}
      {choices && choices.campaigns.length > 0
        ? choose(
            'campaign',
            choices.campaigns.map(({ id, name }) => ({ value: id, label: name })),
          )
        : null}
      {isNarrowed(place) ? (
        <Button look="bare" onClick={() => onGo({ flow: '', version: '', language: '', source: '', campaign: '' })}>
          {texts.clear}
        </Button>
      ) : null}
    </fieldset>
  );
}

type Option = { readonly value: string; readonly label: string };

const languages = Object.keys(words.languages).map((code) => ({ value: code, label: languageName(code) }));
const sources = Object.entries(words.analytics.sources).map(([value, label]) => ({ value, label }));

/** What an address names is shown as it is, even where it is nothing to choose. */
function known(options: readonly Option[], value: string): readonly Option[] {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}

/** What figures of one flow can be narrowed to, the newest version first, the draft last. */
export function versionsOf({ versions, activeVersion }: Choices['flows'][number]): readonly Option[] {
  return [
    ...versions.map((version) => ({
      value: String(version),
      label: version === activeVersion ? texts.active(version) : texts.versionOf(version),
    })),
    { value: '0', label: texts.draft },
  ];
}
