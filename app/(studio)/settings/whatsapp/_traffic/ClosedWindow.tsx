import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.whatsapp.closedWindow;

/** Which template goes when the 24 hours are over; it is saved as it is chosen. */
export function ClosedWindow(): ReactElement {
  const trpc = useTRPC();
  const settings = useQuery(trpc.outbox.settings.queryOptions());
  const templates = useQuery(trpc.templates.list.queryOptions());
  const failure = settings.error ?? templates.error;
  return (
    <section aria-labelledby="closed-window">
      <h2 id="closed-window" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-sm text-ink-soft">{texts.body}</p>
      {settings.data && templates.data ? (
        <Choice
          template={settings.data.closedWindow.template}
          names={templates.data.templates.map(({ name }) => name)}
        />
      ) : null}
      {settings.isPending || templates.isPending ? (
        <Spinner label={texts.loading} className="mt-3 text-sm text-ink-soft" />
      ) : null}
      {failure === null || (settings.data && templates.data) ? null : (
        <p role="alert" className="mt-3 text-sm text-danger">
          {texts.problem} {problemOf(failure)}
        </p>
      )}
    </section>
  );
}

type ChoiceProps = { readonly template: string | null; readonly names: readonly string[] };

function Choice({ template, names }: ChoiceProps): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saving = useMutation(
    trpc.outbox.saveSettings.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.outbox.settings.queryKey() }),
    }),
  );
  // One that was removed meanwhile is still what is set.
  const known = template === null || names.includes(template) ? names : [template, ...names];
  const shown = saving.isPending ? (saving.variables.closedWindow?.template ?? null) : template;
  return (
    <div className="mt-3 flex max-w-md flex-col gap-1">
      <Select
        label={texts.label}
        value={shown ?? ''}
        options={[{ value: '', label: texts.none }, ...known.map((name) => ({ value: name, label: name }))]}
        onChange={(name) => saving.mutate({ closedWindow: { template: name === '' ? null : name } })}
      />
      <p role="status" className="min-h-5 text-xs text-ink-soft">
        {saving.isSuccess ? texts.saved : null}
      </p>
      {saving.error === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notSaved} {problemOf(saving.error)}
        </p>
      )}
    </div>
  );
}
