'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../../_trpc/trpc';
import { PrivacyPart } from '../PrivacyPart';
import { Reading } from '../Reading';
import { ErasureRow } from './ErasureRow';
import { OpenSheet } from './OpenSheet';

const texts = words.privacy.erasures;

/** Who was erased, the newest first, and what became of the archive. */
export function Erasures(): ReactElement {
  const erasures = useErasures();
  const [openId, setOpenId] = useState<string | null>(null);
  const rows = erasures.data?.pages.flatMap((page) => page.rows);
  return (
    <PrivacyPart title={texts.title} body={texts.body}>
      {rows ? null : (
        <Reading
          loading={texts.loading}
          problem={texts.problem}
          error={erasures.error}
          onRetry={() => void erasures.refetch()}
        />
      )}
      {rows?.length === 0 ? <p className="text-sm text-ink-soft">{texts.empty}</p> : null}
      {rows && rows.length > 0 ? (
        <ul aria-label={texts.title} className="hairlines border-y border-line">
          {rows.map((erasure) => (
            <ErasureRow key={erasure.id} erasure={erasure} onOpen={() => setOpenId(erasure.id)} />
          ))}
        </ul>
      ) : null}
      {erasures.hasNextPage ? (
        <Button isBusy={erasures.isFetchingNextPage} onClick={() => void erasures.fetchNextPage()} className="mt-3">
          {texts.older}
        </Button>
      ) : null}
      {openId === null ? null : <OpenSheet erasureId={openId} onClose={() => setOpenId(null)} />}
    </PrivacyPart>
  );
}

function useErasures() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey: [...trpc.privacy.erasures.pathKey(), 'pages'],
    queryFn: ({ pageParam }) =>
      queries.fetchQuery({ ...trpc.privacy.erasures.queryOptions({ before: pageParam || null }), staleTime: 0 }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
