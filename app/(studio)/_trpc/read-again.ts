import { notifyManager, type QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Reads again what a change made old, and resolves when every screen shows what was read: only then may go what a screen has
 * kept of the change itself, or it would show the old for a moment.
 */
export async function readAgain(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await queries.invalidateQueries({ queryKey });
  // Screens are told of what was read in the next batch of notices.
  await new Promise<void>((resolve) => notifyManager.schedule(resolve));
}
