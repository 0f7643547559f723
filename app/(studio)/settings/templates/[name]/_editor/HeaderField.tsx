import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { namesIn } from '@/flows/templates/template-content';
import { templateLimits as limits, templateLength } from '@/flows/templates/template-limits';
import { CountedField } from './CountedField';
import { HeaderSample } from './HeaderSample';
import { IssuesOf } from './IssuesOf';
import type { TemplateTextState } from './use-template-text';

const texts = words.templates;

const kinds = (['none', 'text', 'image', 'video', 'document'] as const).map((value) => ({
  value,
  label: texts.headers[value],
}));

type Props = { readonly state: TemplateTextState; readonly language: string };

/** What stands above the message: nothing, a line, or a file. */
export function HeaderField({ state: { content, filled, issues, change }, language }: Props): ReactElement {
  const { header } = content;
  const own = issues.filter(({ place }) => place.part === 'header');
  const choose = (kind: (typeof kinds)[number]['value']): void => {
    if (kind === 'none') change({ header: null });
    else change({ header: kind === 'text' ? { type: 'text', text: '', sample: '' } : { type: kind, handle: '' } });
  };
  return (
    <div className="flex flex-col gap-3">
      <Select label={texts.header} value={header?.type ?? 'none'} options={kinds} onChange={choose} />
      {header?.type === 'text' ? (
        <>
          <CountedField
            label={texts.headerText}
            language={language}
            rows={1}
            value={header.text}
            length={filled.header?.type === 'text' ? templateLength(filled.header.text) : 0}
            limit={limits.header}
            issues={own}
            onChange={(text) => change({ header: { ...header, text } })}
          />
          {namesIn(header.text).length > 0 ? (
            <TextField
              label={texts.headerSample}
              lang={language}
              value={header.sample}
              onChange={(event) => change({ header: { ...header, sample: event.target.value } })}
            />
          ) : null}
        </>
      ) : null}
      {header !== null && header.type !== 'text' ? (
        <>
          <HeaderSample
            kind={header.type}
            isGiven={header.handle !== ''}
            onGiven={(handle) => change({ header: { type: header.type, handle } })}
          />
          <IssuesOf issues={own} />
        </>
      ) : null}
    </div>
  );
}
