import type { AppUnderLoad } from '../app-under-load';
import { enterStudio } from '../enter-studio';
import { askStudio, type StudioDoor } from '../studio';

/** The studio of a running app, for an owner who is signed in. */
export type Studio = StudioDoor &
  Readonly<{
    read: (procedure: string, input: unknown) => Promise<unknown>;
    change: (procedure: string, input: unknown) => Promise<unknown>;
  }>;

/** Makes an owner and signs them in. */
export async function openStudio(app: AppUnderLoad): Promise<Studio> {
  const door = await enterStudio(app);
  return {
    ...door,
    read: (procedure, input) => askStudio(door, procedure, input, 'read'),
    change: (procedure, input) => askStudio(door, procedure, input),
  };
}
