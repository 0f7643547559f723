import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Segments } from '@/app/_ui/Segments';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { sayCategory, sayStatus, sayUses } from '../../_standing/say-standing';
import type { TemplateText, TemplateView } from '../../template-types';
import { Duplicating } from './Duplicating';
import { ReadOnlyText } from './ReadOnlyText';
import { Removing } from './Removing';
import { TextEditor } from './TextEditor';

const texts = words.templates;

/** A template's languages, one at a time, and what can be done with all of them. */
export function TemplateEditor({ view }: { readonly view: TemplateView }): ReactElement {
  const [chosen, setChosen] = useState(view.original);
  const text = view.texts.find(({ language }) => language === chosen) ?? view.texts[0];
  return (
    <>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{view.name}</h1>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            <Badge>{sayCategory(view.category)}</Badge>
            {sayUses(view.uses)}
          </p>
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <AddLanguage view={view} onAdded={setChosen} />
          <Duplicating name={view.name} />
          <Removing view={view} language={null} />
        </div>
      </div>
      <div className="mt-5 max-w-2xl overflow-x-auto">
        <Segments
          label={texts.languageTabs}
          segments={view.texts.map(segmentOf)}
          active={text?.language ?? view.original}
          onChange={setChosen}
        />
      </div>
      {text ? <Text view={view} text={text} /> : null}
    </>
  );
}

/** A language that WhatsApp doesn't let out wants to be looked at. */
function segmentOf({ language, status }: TemplateText) {
  const isHeld = status === 'REJECTED' || status === 'PAUSED' || status === 'DISABLED';
  return { id: language, label: languageName(language), ...(isHeld ? { mark: sayStatus(status) } : {}) };
}

function Text({ view, text }: { readonly view: TemplateView; readonly text: TemplateText }): ReactElement {
  if (text.content === null) return <ReadOnlyText text={text} />;
  return <TextEditor key={text.language} view={view} text={text} content={text.content} />;
}

type AddLanguageProps = { readonly view: TemplateView; readonly onAdded: (language: string) => void };

function AddLanguage({ view: { name, otherLanguages }, onAdded }: AddLanguageProps): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const adding = useMutation(
    trpc.templates.addLanguage.mutationOptions({
      onSuccess: async (_nothing, { language }) => {
        await queries.invalidateQueries({ queryKey: trpc.templates.pathKey() });
        onAdded(language);
      },
    }),
  );
  if (otherLanguages.length === 0) return null;
  const options = otherLanguages.map((code) => ({ value: code, label: languageName(code) }));
  return (
    <div>
      <Select
        label={texts.addLanguage}
        isLabelHidden
        value=""
        options={[{ value: '', label: texts.addLanguage }, ...options]}
        onChange={(language) => (language === '' ? undefined : adding.mutate({ name, language }))}
      />
      {adding.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(adding.error)}
        </p>
      ) : null}
    </div>
  );
}
