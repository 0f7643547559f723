import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.outreach;

type Props = { readonly template: string | null; readonly onChange: (template: string | null) => void };

/** Which template goes when only a template can. */
export function TemplateChoice({ template, onChange }: Props): ReactElement {
  const templates = useQuery(useTRPC().templates.list.queryOptions());
  const names = templates.data?.templates.map(({ name }) => name) ?? [];
  // One that was removed meanwhile is still what is set.
  const known = template === null || names.includes(template) ? names : [template, ...names];
  return (
    <>
      <Select
        label={texts.templateLabel}
        value={template ?? ''}
        options={[{ value: '', label: texts.noTemplate }, ...known.map((name) => ({ value: name, label: name }))]}
        onChange={(name) => onChange(name === '' ? null : name)}
        className="max-w-md"
      />
      {templates.isError ? (
        <p role="alert" className="mt-1 text-sm text-danger">
          {texts.templatesProblem}
        </p>
      ) : null}
    </>
  );
}
