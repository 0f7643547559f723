import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { sayCategory } from '../../_standing/say-standing';
import type { TemplateText, TemplateView } from '../../template-types';
import type { TemplateTextState } from './use-template-text';

const texts = words.templates;

type Props = { readonly view: TemplateView; readonly text: TemplateText; readonly state: TemplateTextState };

/** Hands one language to WhatsApp's review, after saying what that means. */
export function Submitting({ view, text, state }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const submitting = useMutation(
    trpc.templates.submit.mutationOptions({
      onSuccess: (answer) => (answer.ok ? setIsOpen(false) : undefined),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.templates.pathKey() }),
    }),
  );
  const waits = waitsFor(view, text, state);
  const { language } = text;
  return (
    <>
      <Button
        look="primary"
        disabled={waits !== null}
        onClick={() => {
          submitting.reset();
          setIsOpen(true);
        }}
      >
        {texts.submit}
      </Button>
      <p aria-live="polite" className="basis-full text-right text-xs text-ink-soft">
        {submitting.data?.ok && waits !== null ? sayTaken(submitting.data.status) : waits}
      </p>
      <Sheet
        title={texts.submitTitle(view.name, languageName(language))}
        description={text.isAtWhatsApp ? texts.submitChange : texts.submitNew}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <ul className="list-disc pl-5 text-sm">
          <li>{texts.submitCategory(sayCategory(view.category))}</li>
          <li>{sayVariables(state)}</li>
        </ul>
        <Refusal error={submitting.error} answer={submitting.data} />
        <Button
          look="primary"
          isBusy={submitting.isPending}
          onClick={() => submitting.mutate({ name: view.name, language })}
          className="mt-4"
        >
          {texts.submit}
        </Button>
      </Sheet>
    </>
  );
}

function sayVariables({ content: { variables } }: TemplateTextState): string {
  if (variables.length === 0) return texts.withoutVariables;
  return texts.submitVariables(variables.map(({ name, sample }) => `${name} (${sample})`).join(', '));
}

function sayTaken(status: string): string {
  return status === 'APPROVED' ? texts.submittedApproved : texts.submitted;
}

/** Why it can't be submitted now; null when it can. */
function waitsFor({ connection }: TemplateView, text: TemplateText, { issues, isChanged }: TemplateTextState) {
  if (connection !== 'ready') return texts.connections[connection];
  if (text.status === 'PENDING') return texts.inReview;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return texts.errors(errors);
  if (isChanged) return texts.saveFirst;
  return text.isAtWhatsApp && !text.hasDraft ? texts.nothingToSubmit : null;
}

type RefusalProps = {
  readonly error: unknown;
  readonly answer: { readonly ok: true } | { ok: false; detail: string; isUnclear: boolean } | undefined;
};

function Refusal({ error, answer }: RefusalProps): ReactElement | null {
  const detail = error ? problemOf(error) : answer && !answer.ok ? answer.detail : null;
  if (detail === null) return null;
  return (
    <p role="alert" className="mt-3 text-sm text-danger wrap-anywhere">
      {texts.notSubmitted} {detail} {answer && !answer.ok && answer.isUnclear ? texts.unclear : ''}
    </p>
  );
}
