import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { NoModel } from '../../_reading/NoModel';
import { useTRPC } from '../../_trpc/trpc';

/** How to get a model, where none is configured; for owners, who can do that. */
export function WithoutModel({ askedModel }: { readonly askedModel: number }): ReactElement | null {
  const settings = useQuery(useTRPC().understanding.settings.queryOptions());
  if (settings.data?.model !== null) return null;
  return <NoModel>{askedModel === 0 ? words.reading.everythingEmbedded : words.reading.embeddedFromNow}</NoModel>;
}
