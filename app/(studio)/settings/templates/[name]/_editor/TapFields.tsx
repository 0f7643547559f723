import type { ReactElement } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { visibleLength } from '@/flows/schema/whatsapp-limits';
import type { TemplateTap } from '@/flows/templates/template-content';
import { templateLimits as limits } from '@/flows/templates/template-limits';

const texts = words.templates;

type Props = {
  readonly tap: TemplateTap;
  readonly language: string;
  readonly onChange: (tap: TemplateTap) => void;
};

/** What one button needs: its label, and where it leads. */
export function TapFields({ tap, language, onChange }: Props): ReactElement {
  if (tap.type === 'copyCode') {
    return (
      <TextField
        label={texts.code}
        value={tap.sample}
        onChange={(event) => onChange({ ...tap, sample: event.target.value })}
      />
    );
  }
  return (
    <>
      <TextField
        label={`${texts.label}, ${texts.characters(visibleLength(tap.label), limits.label)}`}
        lang={language}
        value={tap.label}
        onChange={(event) => onChange({ ...tap, label: event.target.value })}
      />
      {tap.type === 'url' ? (
        <>
          <TextField
            label={texts.url}
            type="url"
            value={tap.url}
            onChange={(event) => onChange({ ...tap, url: event.target.value })}
          />
          {tap.url.includes('{{') ? (
            <TextField
              label={texts.urlSample}
              type="url"
              value={tap.sample}
              onChange={(event) => onChange({ ...tap, sample: event.target.value })}
            />
          ) : null}
        </>
      ) : null}
      {tap.type === 'phone' ? (
        <TextField
          label={texts.phone}
          type="tel"
          value={tap.number}
          onChange={(event) => onChange({ ...tap, number: event.target.value })}
        />
      ) : null}
    </>
  );
}
