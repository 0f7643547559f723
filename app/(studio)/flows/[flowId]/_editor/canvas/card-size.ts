/** The measures of a card on the canvas, in pixels: declared beforehand, so that no card needs to be measured. */
export const cardSize = {
  width: 304,
  header: 44,
  summary: 60,
  row: 22,
  foot: 6,
  port: 10,
} as const;

/** The height of a card with so many ways out. */
export function cardHeight(outcomes: number): number {
  return cardSize.header + cardSize.summary + outcomes * cardSize.row + cardSize.foot;
}

/** How far below the card's top the middle of a way out is. */
export function outcomeMiddle(index: number): number {
  return cardSize.header + cardSize.summary + index * cardSize.row + cardSize.row / 2;
}
