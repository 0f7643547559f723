import { expect, test } from 'vitest';
import { gatherNews } from './gather-news';

function gathering() {
  let now = 0;
  let isHeld = false;
  let planned: { readonly run: () => void; readonly at: number } | null = null;
  const acted: number[] = [];
  const news = gatherNews({
    act: () => acted.push(now),
    isHeld: () => isHeld,
    nowMs: () => now,
    later: (run, ms) => {
      const mine = { run, at: now + ms };
      planned = mine;
      return () => {
        if (planned === mine) planned = null;
      };
    },
  });
  const pass = (ms: number): void => {
    const until = now + ms;
    for (let due = planned; due !== null && due.at <= until; due = planned) {
      planned = null;
      now = due.at;
      due.run();
    }
    now = until;
  };
  return {
    news,
    acted,
    pass,
    hold: (next: boolean) => {
      isHeld = next;
    },
  };
}

test('what happens in one moment is read once, and what goes on all the time every five seconds', () => {
  const { news, acted, pass } = gathering();
  for (let nth = 0; nth < 110; nth++) {
    news.happened();
    pass(100);
  }
  expect(acted).toEqual([400, 5_400, 10_400]);
  pass(60_000);
  expect(acted).toEqual([400, 5_400, 10_400, 15_400]);
  news.happened();
  pass(400);
  expect(acted).toHaveLength(5);
});

test('nothing is read while somebody drags a card, and all of it afterwards', () => {
  const { news, acted, pass, hold } = gathering();
  hold(true);
  news.happened();
  pass(20_000);
  expect(acted).toEqual([]);
  hold(false);
  pass(500);
  expect(acted).toHaveLength(1);
});

test('what was gathered when one leaves is not read', () => {
  const { news, acted, pass } = gathering();
  news.happened();
  news.stop();
  pass(10_000);
  expect(acted).toEqual([]);
});
