import { expect, test } from 'vitest';
import { groupCommit } from './group-commit';

const never = () => false;

test('what arrives while a batch is written goes together into the next one', async () => {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const commits = groupCommit(
    async (items: readonly number[]) => {
      batches.push([...items]);
      await new Promise<void>((resolve) => gates.push(resolve));
      return items.map((item) => item * 2);
    },
    { flights: 1, mostWeight: 100, isHopeless: never },
  );
  const first = [commits.add(1), commits.add(2)];
  await expect.poll(() => gates.length).toBe(1);
  const second = [commits.add(3), commits.add(4)];
  expect(commits.waitingCount()).toBe(2);
  gates[0]?.();
  expect(await Promise.all(first)).toEqual([2, 4]);
  await expect.poll(() => gates.length).toBe(2);
  gates[1]?.();
  expect(await Promise.all(second)).toEqual([6, 8]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('a bad item fails alone, and those beside it are written', async () => {
  const commits = groupCommit(
    async (items: readonly number[]) => {
      if (items.includes(13)) throw new Error('unlucky');
      return items;
    },
    { flights: 2, mostWeight: 100, isHopeless: never },
  );
  const results = await Promise.allSettled([commits.add(1), commits.add(13), commits.add(2)]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a failure that meets all alike is tried once, and fails all', async () => {
  let writes = 0;
  const commits = groupCommit(
    async (_items: readonly number[]): Promise<number[]> => {
      writes += 1;
      throw new Error('away');
    },
    { flights: 1, mostWeight: 100, isHopeless: () => true },
  );
  const results = await Promise.allSettled([commits.add(1), commits.add(2), commits.add(3)]);
  expect(results.every((result) => result.status === 'rejected')).toBe(true);
  expect(writes).toBe(1);
});

test('a batch is never heavier than it may be, but an item that is too heavy alone goes alone', async () => {
  const batches: number[][] = [];
  const commits = groupCommit(
    async (items: readonly number[]) => {
      batches.push([...items]);
      return items;
    },
    { flights: 1, mostWeight: 10, weigh: (item) => item, isHopeless: never },
  );
  await Promise.all([4, 4, 4, 30, 1].map((item) => commits.add(item)));
  expect(batches).toEqual([[4, 4], [4], [30], [1]]);
});
