import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../fake-whatsapp/random';
import type { AppUnderLoad } from './app-under-load';
import type { Stage } from './stage';
import { askStudio, type StudioDoor } from './studio';

export type Disturbance = 'killed' | 'stopped in order' | 'paused and resumed';

type Wanted = {
  readonly restarts: number;
  readonly seed: number;
  /** The campaign is nearly over: there is nothing left to be disturbed. */
  readonly isOver: () => boolean;
};

/**
 * While a campaign runs, kills one of its apps, stops one in order, or pauses and resumes the campaign, `restarts` times; what
 * was done is put into `done`. The apps take turns, so that most of the time one of them works.
 */
export async function disturb(
  { app, others, studio }: Stage & { readonly studio: StudioDoor },
  campaignId: string,
  { restarts, seed, isOver }: Wanted,
  signal: AbortSignal,
  done: Disturbance[],
): Promise<void> {
  const apps = [app, ...others];
  const random = createRandom(seed);
  for (let n = 0; n < restarts && !signal.aborted; n += 1) {
    await pause(random.between([300, 1500]), undefined, { signal });
    if (isOver()) return;
    const victim = apps[n % apps.length] ?? app;
    const what = kinds[n % kinds.length] ?? 'killed';
    if (what === 'paused and resumed') await pauseAndResume({ ...studio, address: victim.address }, campaignId, signal);
    else await restart(victim, what, signal);
    done.push(what);
  }
}

/** Two thirds are kills: three kinds and two apps, so that each app meets each kind. */
const kinds = ['killed', 'paused and resumed', 'killed', 'stopped in order', 'killed'] as const;

async function restart(app: AppUnderLoad, how: 'killed' | 'stopped in order', signal: AbortSignal): Promise<void> {
  if (how === 'killed') await app.kill('app');
  else await app.stop();
  await app.start(signal);
}

/** The apps share a secret: who is signed in at one is so at all. */
async function pauseAndResume(studio: StudioDoor, id: string, signal: AbortSignal): Promise<void> {
  await askStudio(studio, 'campaigns.pause', { id });
  await pause(700, undefined, { signal });
  await askStudio(studio, 'campaigns.resume', { id });
}
