import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { Overview } from '../whatsapp-types';
import { NumberCard } from './NumberCard';

const texts = words.whatsapp.numbers;

/** Each number with its checklist, and what can be done about it. */
export function Numbers({ overview }: { readonly overview: Overview }): ReactElement {
  const { numbers, canSubscribe, openedToday } = overview;
  return (
    <section aria-labelledby="numbers">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="numbers" className="text-lg font-semibold">
          {texts.title}
        </h2>
        <Acts canSubscribe={canSubscribe && !numbers.some(isSubscribed)} />
      </div>
      <ul className="mt-4 flex flex-col gap-5">
        {numbers.map((number) => (
          <li key={number.phoneNumberId}>
            <NumberCard number={number} openedToday={openedToday} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isSubscribed({ checks }: Overview['numbers'][number]): boolean {
  return checks.some(({ id, status }) => id === 'subscribed' && status === 'ok');
}

function Acts({ canSubscribe }: { readonly canSubscribe: boolean }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.whatsapp.pathKey() });
  const checking = useMutation(trpc.whatsapp.check.mutationOptions({ onSettled }));
  const subscribing = useMutation(trpc.whatsapp.subscribe.mutationOptions({ onSettled }));
  const failure = checking.error ?? subscribing.error;
  const answer = subscribing.data;
  const refusal = failure ? problemOf(failure) : answer && !answer.ok ? answer.detail : null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canSubscribe ? (
        <Button onClick={() => subscribing.mutate()} isBusy={subscribing.isPending}>
          {texts.subscribe}
        </Button>
      ) : null}
      <Button onClick={() => checking.mutate()} isBusy={checking.isPending}>
        {checking.isPending ? null : <RefreshCw aria-hidden className="size-4" />}
        {texts.check}
      </Button>
      {refusal === null ? null : (
        <p role="alert" className="basis-full text-sm text-danger wrap-anywhere">
          {texts.notDone} {refusal}
        </p>
      )}
    </div>
  );
}
