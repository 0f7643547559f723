import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Flow } from '@/flows/schema/flow';
import type { Intent } from '@/flows/schema/intents';
import { answeredOtherwise, type LaterSteps, withStep } from './change-tryout';
import { comparePlays, noChanges, type PlayChanges } from './compare-plays';
import type { Play } from './play';
import type { Tryout, TryStart, TryStep } from './tryout';

/** A try-out, what came back, and on which draft. */
type Played = Readonly<{ tryout: Tryout; play: Play; flow: Flow }>;

export type TryState = Readonly<{
  tryout: Tryout;
  /** Null before the first play. It may still be that of a shorter try-out or an older draft: see `isPlaying`. */
  played: Played | null;
  isPlaying: boolean;
  /** Why the last play did not come about. */
  problem: string | null;
  /** What differs from how it was before the draft changed, until it is dismissed. */
  changes: PlayChanges;
  /** The turn that is looked back at, by its place; null: the end. */
  lookedAt: number | null;
  /** What the next message counts as, whatever is read from it. */
  understoodAs: Intent | null;
  /** The try-out before answers of it were dropped, while it can be brought back. */
  dropped: Tryout | null;
}>;

export type TryActs = Readonly<{
  startOver: (start: TryStart) => void;
  /** Another conversation in the place of this one, such as a scenario. */
  open: (tryout: Tryout) => void;
  /** Something happens at the end. */
  act: (step: TryStep) => void;
  /** Something else happens in the place of a step that was taken. */
  answerOtherwise: (index: number, step: TryStep, later: LaterSteps) => void;
  bringBack: () => void;
  lookAt: (turn: number | null) => void;
  understandAs: (intent: Intent | null) => void;
  dismissChanges: () => void;
  /** Plays again on the draft as it stands. */
  playAgain: () => void;
  /** The same, unless this draft was played already. */
  follow: () => void;
}>;

export type TryStore = StoreApi<TryState & TryActs>;

export type TryWorld = Readonly<{
  draft: () => Flow;
  play: (flow: Flow, tryout: Tryout) => Promise<Play>;
  keep: (tryout: Tryout) => void;
  sayProblem: (error: unknown) => string;
}>;

/** The memory of one try-out. Whatever changes, it is played again from its beginning; the newest request wins. */
export function createTryStore(tryout: Tryout, world: TryWorld): TryStore {
  return createStore<TryState & TryActs>()((set, get) => {
    let baseline: Played | null = null;
    let isStale = false;

    const show = (played: Played): void => {
      const before = get().played;
      if (before && before.flow !== played.flow) baseline ??= before;
      const changes = baseline ? changesSince(baseline, played) : noChanges;
      if (changes.turns.size === 0) baseline = null;
      set({ played, changes, problem: null, lookedAt: within(get().lookedAt, played.play) });
    };

    const play = async (): Promise<void> => {
      isStale = true;
      if (get().isPlaying) return;
      set({ isPlaying: true });
      while (isStale) {
        isStale = false;
        const asked = { flow: world.draft(), tryout: get().tryout };
        try {
          const came = await world.play(asked.flow, asked.tryout);
          if (!isStale) show({ ...asked, play: came });
        } catch (error) {
          set({ problem: world.sayProblem(error) });
        }
      }
      set({ isPlaying: false });
    };

    const take = (next: Tryout, part: Partial<TryState> = {}): void => {
      set({ tryout: next, lookedAt: null, dropped: null, ...part });
      world.keep(next);
      void play();
    };

    const forgetChanges = (): void => {
      baseline = null;
      set({ changes: noChanges });
    };

    return {
      tryout,
      played: null,
      isPlaying: false,
      problem: null,
      changes: noChanges,
      lookedAt: null,
      understoodAs: null,
      dropped: null,

      startOver: (start) => get().open({ start, steps: [] }),
      open: (next) => {
        const before = get().tryout;
        forgetChanges();
        take(next, { played: null, understoodAs: null, dropped: before.steps.length > 0 ? before : null });
      },
      act: (step) => take(withStep(get().tryout, step), { understoodAs: null }),
      answerOtherwise: (index, step, later) => {
        const before = get().tryout;
        const hadMore = index < before.steps.length - 1;
        if (later === 'keep') baseline ??= get().played;
        else forgetChanges();
        const dropped = later === 'drop' && hadMore ? before : null;
        take(answeredOtherwise(before, index, step, later), { understoodAs: null, dropped });
      },
      bringBack: () => {
        const { dropped } = get();
        if (dropped) take(dropped);
      },
      lookAt: (turn) => {
        const count = get().played?.play.turns.length ?? 0;
        set({ lookedAt: turn === null || turn >= count - 1 ? null : Math.max(0, turn) });
      },
      understandAs: (understoodAs) => set({ understoodAs }),
      dismissChanges: forgetChanges,
      playAgain: () => void play(),
      follow: () => {
        const { played, problem } = get();
        if (played?.flow !== world.draft() || played.tryout !== get().tryout || problem !== null) void play();
      },
    };
  });
}

function changesSince(baseline: Played, { play, tryout }: Played): PlayChanges {
  return comparePlays(baseline.play, play, Math.min(baseline.tryout.steps.length, tryout.steps.length));
}

function within(lookedAt: number | null, { turns }: Play): number | null {
  return lookedAt === null || lookedAt >= turns.length - 1 ? null : lookedAt;
}
