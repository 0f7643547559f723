import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { TemplateContent } from '@/flows/templates/template-content';
import { templateLimits as limits, templateLength } from '@/flows/templates/template-limits';
import { TemplatePreview } from '../../../../_phone/TemplatePreview';
import { StatusBadge } from '../../_standing/StatusBadge';
import { sayReason } from '../../_standing/say-standing';
import type { TemplateText, TemplateView } from '../../template-types';
import { ButtonsField } from './ButtonsField';
import { CountedField } from './CountedField';
import { HeaderField } from './HeaderField';
import { IssuesOf } from './IssuesOf';
import { Removing } from './Removing';
import { Samples } from './Samples';
import { SaveBar } from './SaveBar';
import { useTemplateText } from './use-template-text';

const texts = words.templates;

const categories = (['UTILITY', 'MARKETING'] as const).map((value) => ({ value, label: texts.categories[value] }));

type Props = { readonly view: TemplateView; readonly text: TemplateText; readonly content: TemplateContent };

/** One language of a template, beside what a phone will show. */
export function TextEditor({ view, text, content: saved }: Props): ReactElement {
  const state = useTemplateText(view, text, saved);
  const { content, filled, issues, change } = state;
  const { language } = text;
  const category = categories.find(({ value }) => value === state.category)?.value;
  return (
    <div className="grid gap-x-10 gap-y-6 py-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Standing text={text} />
        {text.status === 'DRAFT' && category ? (
          <div className="flex flex-col gap-1">
            <Select label={texts.category} value={category} options={categories} onChange={state.changeCategory} />
            <p className="text-xs text-ink-soft">{texts.categoryBodies[category]}</p>
          </div>
        ) : null}
        <HeaderField state={state} language={language} />
        <CountedField
          label={texts.body}
          language={language}
          rows={6}
          value={content.body}
          length={templateLength(filled.body)}
          limit={limits.body}
          hint={texts.bodyHint}
          issues={issues.filter(({ place }) => place.part === 'body')}
          onChange={(body) => change({ body })}
        />
        <Samples state={state} language={language} />
        <CountedField
          label={texts.footer}
          language={language}
          rows={1}
          value={content.footer}
          length={templateLength(filled.footer)}
          limit={limits.footer}
          issues={issues.filter(({ place }) => place.part === 'footer')}
          onChange={(footer) => change({ footer })}
        />
        <ButtonsField state={state} language={language} />
        <IssuesOf issues={issues.filter(({ place }) => place.part === 'name' || place.part === 'category')} />
        {view.texts.length > 1 ? <Removing view={view} language={language} /> : null}
        <SaveBar view={view} text={text} state={state} />
      </div>
      <TemplatePreview content={filled} language={language} />
    </div>
  );
}

function Standing({ text }: { readonly text: TemplateText }): ReactElement {
  const { statusReason, hasNamedVariables } = text;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <StatusBadge standing={text} />
      {statusReason === null ? null : <p className="text-danger">{sayReason(statusReason)}</p>}
      {hasNamedVariables ? <p className="text-danger">{texts.named}</p> : null}
    </div>
  );
}
