'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../_trpc/trpc';
import type { Trail } from './flow-to-canvas';

const FOLLOW_MS = 1_000;

type Following = Readonly<{
  trail: Trail | null;
  contactName: string | null;
  /** The version that the contact runs on (0 is the draft), undefined for the published one. */
  flowVersion: number | undefined;
}>;

/** Where the contact of `?contact=` is in this flow, kept up to date; nothing when there is no such contact. */
export function useTrail(flowId: string, contactId: string | null): Following {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.simulator.trail.queryOptions({ contactId: contactId ?? '' }),
    enabled: contactId !== null,
    refetchInterval: FOLLOW_MS,
  });
  if (!data || data.flowId !== flowId) return { trail: null, contactName: null, flowVersion: undefined };
  return { trail: data.trail, contactName: data.contactName, flowVersion: data.flowVersion };
}
