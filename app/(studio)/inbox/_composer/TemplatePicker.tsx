'use client';

import { useQuery } from '@tanstack/react-query';
import { FileText, TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { FilledTemplate } from '../inbox-types';
import { fillPreview } from './fill-preview';
import type { Unsent } from './unsent-store';

const texts = words.inbox.templates;

type Send = (content: Extract<Unsent['content'], { type: 'template' }>) => void;
type Props = { readonly contactId: string; readonly onSend: Send };

/** The approved templates in the customer's language, filled with what is known: what can be sent when words can't. */
export function TemplatePicker({ contactId, onSend }: Props): ReactElement {
  const reading = useQuery(useTRPC().conversations.templates.queryOptions({ contactId }));
  if (reading.isPending) return <Spinner label={texts.loading} className="p-4 text-sm text-ink-soft" />;
  if (reading.isError) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(reading.error)}
      </Notice>
    );
  }
  const [first] = reading.data;
  if (first === undefined) {
    return (
      <Notice icon={FileText} title={texts.emptyTitle}>
        {texts.emptyBody}
      </Notice>
    );
  }
  return <Chosen first={first} templates={reading.data} onSend={onSend} />;
}

type ChosenProps = {
  readonly first: FilledTemplate;
  readonly templates: readonly FilledTemplate[];
  readonly onSend: Send;
};

function Chosen({ first, templates, onSend }: ChosenProps): ReactElement {
  const [chosenName, setChosenName] = useState(first.name);
  /** What was typed into the gaps, by template and gap. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const template = templates.find(({ name }) => name === chosenName) ?? first;
  const { name, language, variables } = template;
  const values = variables.map((variable) => typed[`${name} ${variable.name}`] ?? variable.value);
  const preview = fillPreview(template, values);
  const options = templates.map((one) => ({ value: one.name, label: one.name.replaceAll('_', ' ') }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ type: 'template', name, language, variables: values, preview });
      }}
      className="flex flex-col gap-3 p-4"
    >
      <Select label={texts.choose} value={name} options={options} onChange={setChosenName} />
      {variables.map((variable, index) => (
        <TextField
          key={`${name} ${variable.name}`}
          label={variable.name === '' ? texts.gap(index + 1) : variable.name.replaceAll('_', ' ')}
          value={values[index] ?? ''}
          required
          lang={language}
          onChange={({ target }) => setTyped((before) => ({ ...before, [`${name} ${variable.name}`]: target.value }))}
        />
      ))}
      <section aria-label={texts.preview} className="rounded-lg bg-chat-wall p-3">
        <p
          lang={language}
          className="w-fit max-w-full rounded-lg bg-chat-in px-3 py-2 text-sm whitespace-pre-wrap text-chat-ink shadow-card wrap-anywhere"
        >
          {preview}
        </p>
      </section>
      <Button
        type="submit"
        look="primary"
        disabled={values.some((value) => value.trim() === '')}
        className="self-end max-md:w-full"
      >
        {texts.send}
      </Button>
    </form>
  );
}
