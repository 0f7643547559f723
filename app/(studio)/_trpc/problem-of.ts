import { isTRPCClientError } from '@trpc/client';
import { words } from '@/app/_words/en';
import type { ApiRouter } from '@/server/api';

/** The sentence to show for a failed question to the server: the server's own, or that it did not answer. */
export function problemOf(error: unknown): string {
  if (isTRPCClientError<ApiRouter>(error) && error.data) return error.message;
  return words.problem.unreachable;
}

/** Whether the server said that what was asked for is not there, or can't be: an address may have been mistyped. */
export function isMissing(error: unknown): boolean {
  if (!isTRPCClientError<ApiRouter>(error)) return false;
  return error.data?.code === 'NOT_FOUND' || error.data?.code === 'BAD_REQUEST';
}
