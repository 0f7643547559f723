'use client';

import { useQuery } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import type { ReactElement } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageCode } from '@/flows/schema/language';
import { useMe } from '../../_me/use-me';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC, useTRPCClient } from '../../_trpc/trpc';

const texts = words.inbox.translation;

type Props = { readonly contactId: string; readonly messageId: string };

/** What a message says in the officer's own language, below the original. */
export function TranslationCard({ contactId, messageId }: Props): ReactElement {
  const language = languageCode.catch('en').parse(useMe().languages[0]);
  const trpc = useTRPC();
  const client = useTRPCClient();
  // A message is translated once: its words do not change, and each time costs.
  const translation = useQuery({
    queryKey: [...trpc.conversations.translate.mutationKey(), contactId, messageId, language],
    queryFn: () => client.conversations.translate.mutate({ contactId, messageId, language }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { data } = translation;
  return (
    <section
      aria-label={texts.title}
      className="mt-1 rounded-lg border border-line bg-surface px-3 py-2 text-sm text-ink"
    >
      {translation.isPending ? <Spinner label={texts.loading} className="text-xs text-ink-soft" /> : null}
      {translation.isError ? (
        <p role="alert" className="text-xs text-danger">
          {problemOf(translation.error)}
        </p>
      ) : null}
      {data && data.text === null ? <p className="text-xs text-ink-soft">{data.whyNot}</p> : null}
      {data?.text ? (
        <>
          <p lang={language} className="whitespace-pre-wrap wrap-anywhere">
            {data.text}
          </p>
          <p className="flex items-center gap-1 text-xs text-ink-faint">
            <Languages aria-hidden className="size-3" />
            {texts.byModel}
          </p>
        </>
      ) : null}
    </section>
  );
}
