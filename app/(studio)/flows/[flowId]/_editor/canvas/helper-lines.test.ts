import { describe, expect, it } from 'vitest';
import { snapToOthers } from './helper-lines';

const other = { x: 100, y: 100, width: 300, height: 200 };

describe('snapToOthers', () => {
  it('catches the nearest edge or middle in reach', () => {
    const { position, lines } = snapToOthers({ x: 104, y: 500, width: 300, height: 100 }, [other]);
    expect(position).toEqual({ x: 100, y: 500 });
    expect(lines.x).toBe(100);
    expect(lines.y).toBeNull();
  });

  it('lines up middles of cards of different size', () => {
    const { position, lines } = snapToOthers({ x: 600, y: 147, width: 300, height: 100 }, [other]);
    expect(position.y).toBe(150);
    expect(lines.y).toBe(200);
  });

  it('leaves a card alone that is near nothing', () => {
    const moved = { x: 777, y: 777, width: 11, height: 11 };
    expect(snapToOthers(moved, [other])).toEqual({ position: { x: 777, y: 777 }, lines: { x: null, y: null } });
    expect(snapToOthers(moved, []).lines).toEqual({ x: null, y: null });
  });
});
