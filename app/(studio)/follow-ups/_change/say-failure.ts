import { isTRPCClientError } from '@trpc/client';
import { words } from '@/app/_words/en';
import type { ApiRouter } from '@/server/api';
import { problemOf } from '../../_trpc/problem-of';

const texts = words.followUps;

/** Why a follow-up was not changed: somebody was first, the server is away, or what it said. */
export function sayFailure(error: unknown): string {
  // Unlike reading, a change is not tried again by itself.
  if (!isTRPCClientError<ApiRouter>(error) || !error.data) return texts.unreachable;
  return error.data.code === 'CONFLICT' ? texts.conflict : problemOf(error);
}
