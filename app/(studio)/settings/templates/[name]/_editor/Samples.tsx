import type { ReactElement } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { IssuesOf } from './IssuesOf';
import type { TemplateTextState } from './use-template-text';

type Props = { readonly state: TemplateTextState; readonly language: string };

/** A sample value for each variable of the message. */
export function Samples({ state: { content, issues, change }, language }: Props): ReactElement | null {
  const { variables } = content;
  const own = issues.filter(({ place }) => place.part === 'variables');
  if (variables.length === 0 && own.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs font-medium text-ink-soft">{words.templates.samples}</legend>
      <p className="text-xs text-ink-soft">{words.templates.samplesBody}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {variables.map(({ name, sample }) => (
          <TextField
            key={name}
            label={name}
            lang={language}
            value={sample}
            onChange={(event) =>
              change({
                variables: variables.map((one) => (one.name === name ? { ...one, sample: event.target.value } : one)),
              })
            }
          />
        ))}
      </div>
      <IssuesOf issues={own} />
    </fieldset>
  );
}
