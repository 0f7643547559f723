'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Rates } from './costs-types';
import { todayInIndia } from './months';
import { PriceCard } from './PriceCard';

const texts = words.costs;

/** What a delivered message costs, from which day on. */
export function Prices(): ReactElement {
  const reading = useQuery(useTRPC().costs.rates.queryOptions());
  return (
    <section aria-labelledby="prices" className="mt-10">
      <h2 id="prices" className="text-lg font-semibold">
        {texts.prices}
      </h2>
      <p className="text-sm text-ink-soft">{texts.pricesBody}</p>
      {reading.isPending ? <Spinner label={texts.ratesLoading} className="mt-4 text-sm text-ink-soft" /> : null}
      {reading.data ? <PricesForm {...reading.data} /> : null}
      {reading.isError && !reading.data ? (
        <p role="alert" className="mt-4 text-sm text-danger">
          {texts.ratesProblem} {problemOf(reading.error)}
        </p>
      ) : null}
    </section>
  );
}

type FormProps = { readonly rates: Rates; readonly defaults: Rates };

function PricesForm({ rates, defaults }: FormProps): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Rates | null>(null);
  const saving = useMutation(
    trpc.costs.saveRates.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.costs.pathKey());
        setEdited(null);
      },
    }),
  );
  const { cards } = edited ?? rates;
  const change = (next: Rates['cards']): void => setEdited({ cards: next });
  return (
    <form
      aria-labelledby="prices"
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ cards });
      }}
    >
      {cards.map((card, place) => (
        <PriceCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a card has no name but its day, and the day is what is typed.
          key={place}
          card={card}
          onChange={(changed) => change(cards.map((other, at) => (at === place ? changed : other)))}
          onRemove={cards.length > 1 ? () => change(cards.filter((_, at) => at !== place)) : undefined}
        />
      ))}
      {saving.error === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notSaved} {problemOf(saving.error)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => change([...cards, newCard(cards)])}>{texts.newCard}</Button>
        <Button look="bare" onClick={() => change(defaults.cards)}>
          {texts.reset}
        </Button>
        <span role="status" className="ml-auto text-sm text-ink-soft">
          {saving.isSuccess && edited === null ? texts.saved : null}
          {edited === null ? null : texts.unsaved}
        </span>
        {edited === null ? null : (
          <Button onClick={() => setEdited(null)} disabled={saving.isPending}>
            {texts.discard}
          </Button>
        )}
        <Button type="submit" look="primary" isBusy={saving.isPending} disabled={edited === null}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** Begins with the prices of the last one: few of them change at a time. */
function newCard(cards: Rates['cards']): Rates['cards'][number] {
  const effectiveFrom = todayInIndia(Date.now());
  return { currency: 'INR', effectiveFrom, perMessage: { ...cards.at(-1)?.perMessage } };
}
