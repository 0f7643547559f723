import type { Flow, FlowState } from '@/flows/schema/flow';
import { countRows } from './outcome-rows';

/** The measures of a card on the canvas, in pixels: declared beforehand, so that no card needs to be measured. */
export const cardSize = {
  width: 304,
  header: 44,
  summary: 60,
  row: 22,
  foot: 6,
  port: 12,
} as const;

/** The measures of a group that is collapsed to one card. */
export const groupCardSize = { width: 240, height: 76 } as const;

/** The height of a card with so many ways out. */
export function cardHeight(rows: number): number {
  return cardSize.header + cardSize.summary + rows * cardSize.row + cardSize.foot;
}

/** How far below the card's top the middle of a way out is. */
export function outcomeMiddle(index: number): number {
  return cardSize.header + cardSize.summary + index * cardSize.row + cardSize.row / 2;
}

export type Size = Readonly<{ width: number; height: number }>;

/** How large a state's card is. */
export function sizeOfState(flow: Flow, state: FlowState): Size {
  return { width: cardSize.width, height: cardHeight(countRows(flow, state)) };
}
