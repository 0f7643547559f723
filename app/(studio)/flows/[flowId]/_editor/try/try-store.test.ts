import { describe, expect, it, vi } from 'vitest';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { playTryout } from './play-tryout';
import { said, shippedFlow, trying, world } from './testdata/shipped';
import { createTryStore, type TryStore } from './try-store';
import type { Tryout } from './tryout';

const hello = said('Hi, I need a loan against my property');
const house = said('I have a house in Pune');

describe('a try-out', () => {
  it('plays what happens and is kept', async () => {
    const { store, keep } = open();
    store.getState().act(hello);
    await played(store);
    expect(store.getState().played?.play.turns.at(-1)?.state).toBe('introduction');
    expect(keep).toHaveBeenLastCalledWith(trying([hello]));
  });

  it('plays once for several things that happen at once, and shows only the newest', async () => {
    const { store, play } = open();
    store.getState().act(hello);
    store.getState().act(house);
    store.getState().act(said('80 lakhs'));
    await played(store);
    expect(store.getState().played?.tryout.steps).toHaveLength(3);
    expect(play).toHaveBeenCalledTimes(2);
  });

  it('marks what a changed draft says differently, until it is dismissed', async () => {
    const { store, edit } = open(trying([hello]));
    store.getState().follow();
    await played(store);
    expect(store.getState().changes.turns.size).toBe(0);
    edit((flow) => setText(flow, { state: 'introduction', path: 'say.0.text', language: 'en' }, 'It stays yours.'));
    store.getState().follow();
    await played(store);
    expect(store.getState().changes).toMatchObject({ bubbleCount: 1, wayCount: 0 });
    store.getState().act(house);
    await played(store);
    expect(store.getState().changes, 'what is said later changes nothing').toMatchObject({ bubbleCount: 1 });
    store.getState().dismissChanges();
    expect(store.getState().changes.turns.size).toBe(0);
  });

  it('does not play a draft twice', async () => {
    const { store, play } = open(trying([hello]));
    store.getState().follow();
    await played(store);
    store.getState().follow();
    await played(store);
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('can be answered otherwise: what follows is said again and compared, or dropped and brought back', async () => {
    const { store } = open(trying([hello, house, said('80 lakhs for business')]));
    store.getState().follow();
    await played(store);
    store.getState().answerOtherwise(1, said('No, I am not interested'), 'keep');
    await played(store);
    expect(store.getState().tryout.steps).toHaveLength(3);
    expect(store.getState().changes.wayCount).toBeGreaterThan(0);
    store.getState().answerOtherwise(1, said('A shop in Chennai'), 'drop');
    await played(store);
    expect(store.getState().tryout.steps).toHaveLength(2);
    expect(store.getState().changes.turns.size).toBe(0);
    store.getState().bringBack();
    await played(store);
    expect(store.getState().tryout.steps).toHaveLength(3);
    expect(store.getState().dropped).toBeNull();
  });

  it('looks back at a turn, and at the end again when something happens', async () => {
    const { store } = open(trying([hello, house]));
    store.getState().follow();
    await played(store);
    store.getState().lookAt(0);
    expect(store.getState().lookedAt).toBe(0);
    store.getState().lookAt(1);
    expect(store.getState().lookedAt, 'the last turn is the end').toBeNull();
    store.getState().lookAt(0);
    store.getState().act(said('hm'));
    expect(store.getState().lookedAt).toBeNull();
  });

  it('says why it could not be played, keeps what was said, and plays when asked again', async () => {
    const { store, play } = open();
    play.mockRejectedValueOnce(new Error('no worker'));
    store.getState().act(hello);
    await played(store);
    expect(store.getState()).toMatchObject({ problem: 'no worker', tryout: { steps: [hello] } });
    store.getState().playAgain();
    await played(store);
    expect(store.getState().problem).toBeNull();
    expect(store.getState().played?.play.turns).toHaveLength(1);
  });

  it('keeps the conversation that another one took the place of', async () => {
    const { store } = open(trying([hello]));
    store.getState().startOver({ ...trying([]).start, language: 'kn' });
    await played(store);
    expect(store.getState().tryout).toMatchObject({ steps: [], start: { language: 'kn' } });
    store.getState().bringBack();
    await played(store);
    expect(store.getState().tryout).toEqual(trying([hello]));
  });
});

function open(tryout: Tryout = trying([])) {
  let draft: Flow = shippedFlow;
  const keep = vi.fn<(kept: Tryout) => void>();
  const play = vi.fn(async (flow: Flow, asked: Tryout) => playTryout(flow, asked, world));
  const sayProblem = (error: unknown): string => (error instanceof Error ? error.message : '');
  const store = createTryStore(tryout, { draft: () => draft, play, keep, sayProblem });
  const edit = (change: (flow: Flow) => Flow): void => {
    draft = change(draft);
  };
  return { store, keep, play, edit };
}

async function played(store: TryStore): Promise<void> {
  await vi.waitFor(() => expect(store.getState().isPlaying).toBe(false));
}
