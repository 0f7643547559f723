import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { LocalizedText } from '@/flows/schema/language';
import { namesIn, type TemplateContent } from '@/flows/templates/template-content';
import type { CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import type { TemplateOf } from './edit-variants';
import { GapField } from './GapField';
import type { FieldOption } from './use-fields';

const sayings = words.campaigns.draft.message;

type Props = {
  readonly variant: CampaignVariant;
  readonly texts: readonly TemplateOf[];
  readonly fields: readonly FieldOption[];
  readonly onChange: (variant: CampaignVariant) => void;
};

/** What fills each gap of the template. */
export function Values({ variant, texts, fields, onChange }: Props): ReactElement {
  const content = texts.find((text) => text.content !== null)?.content ?? null;
  const languages = texts.map(({ language }) => language);
  const variables = content?.variables ?? [];
  const set = (index: number, text: LocalizedText): void =>
    onChange({
      ...variant,
      variables: variables.map((_, at) => (at === index ? text : (variant.variables[at] ?? {}))),
    });
  const head = content ? headOf(content) : null;
  if (variables.length === 0 && head === null) return <p className="text-sm text-ink-soft">{sayings.noGaps}</p>;
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-sm font-semibold">{sayings.gaps}</legend>
      {head === null ? null : (
        <GapField
          label={sayings.header[head]}
          value={variant.header ?? {}}
          languages={languages}
          fields={fields}
          onChange={(header) => onChange({ ...variant, header })}
        />
      )}
      {variables.map(({ name }, index) => (
        <GapField
          key={name}
          label={name}
          value={variant.variables[index] ?? {}}
          languages={languages}
          fields={fields}
          onChange={(text) => set(index, text)}
        />
      ))}
    </fieldset>
  );
}

/** What stands above the body and is to be filled: null where nothing is. */
function headOf({ header }: TemplateContent): keyof typeof sayings.header | null {
  if (header === null) return null;
  if (header.type !== 'text') return header.type;
  return namesIn(header.text).length > 0 ? 'text' : null;
}
