import { z } from 'zod';

export const viewScreen = z.enum(['leads', 'inbox']);

/** A way to look at a screen that somebody kept, to be opened again. */
export type SavedView = Readonly<{
  id: string;
  name: string;
  /** As in the address of the screen. */
  query: string;
  isShared: boolean;
  isMine: boolean;
}>;

export const newView = z.strictObject({
  screen: viewScreen,
  name: z.string().trim().min(1).max(60),
  query: z.string().max(4_000),
  isShared: z.boolean(),
});
export type NewView = Readonly<z.infer<typeof newView>>;
