import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { FlowReading } from '../../../_flow/flow-reading';
import { languageName } from '../../../_language/language-name';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.canvas.untranslated;

type Props = { readonly reading: FlowReading; readonly language: string };

/** Says how many texts lack the language that is shown, and has a model draft them into the flow's draft. */
export function Untranslated({ reading, language }: Props): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const drafting = useMutation(
    trpc.flows.draftTranslations.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.flows.read.queryKey() }),
    }),
  );
  const count = reading.untranslated[language] ?? 0;
  if (count === 0 && !drafting.data) return null;
  const name = languageName(language);
  return (
    <section aria-label={texts.label} className="border-b border-line bg-mark-soft px-4 py-2.5 text-sm text-mark-ink">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Languages aria-hidden className="size-4 shrink-0" />
        <p className="min-w-0 flex-1 basis-60" role="status">
          {drafting.data ? texts.done(drafting.data) : texts.missing(count, name)}
        </p>
        <Act
          reading={reading}
          isDrafting={drafting.isPending}
          isDone={drafting.data?.left === 0}
          isAgain={drafting.data !== undefined}
          onDraft={() => drafting.mutate({ flowId: reading.flow.id, language })}
        />
      </div>
      {drafting.isError ? <p role="alert">{problemOf(drafting.error)}</p> : null}
      {drafting.data && drafting.data.refused.length > 0 ? (
        <ul className="mt-1.5 ml-8 list-disc">
          {drafting.data.refused.map(({ key, reason }) => (
            <li key={key}>
              <span className="font-mono text-xs">{key}</span> {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

type ActProps = {
  readonly reading: FlowReading;
  readonly isDrafting: boolean;
  readonly isDone: boolean;
  readonly isAgain: boolean;
  readonly onDraft: () => void;
};

function Act({ reading, isDrafting, isDone, isAgain, onDraft }: ActProps): ReactElement | null {
  if (isDone) return null;
  if (!reading.hasModel) {
    return (
      <Link href="/settings" className="font-medium underline">
        {texts.addModel}
      </Link>
    );
  }
  const name = isAgain ? texts.again : texts.draft;
  return (
    <Button isBusy={isDrafting} onClick={onDraft}>
      {isDrafting ? texts.drafting : name}
    </Button>
  );
}
