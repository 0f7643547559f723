'use client';

import { createContext, useContext } from 'react';

type ScreenPoint = Readonly<{ x: number; y: number }>;

/** What a menu on the canvas is for, and where on the screen it opens. */
export type MenuRequest =
  /** A new state where the canvas is empty. */
  | Readonly<{ type: 'add'; at: ScreenPoint }>
  /** A line was let go over empty canvas: a new state, or one that is there, for an outcome. */
  | Readonly<{ type: 'lead'; from: string; outcome: string; at: ScreenPoint }>
  /** A line began at the port for unused outcomes: which one is meant? `to` is the state that it was dropped on. */
  | Readonly<{ type: 'choose'; from: string; to: string | null; at: ScreenPoint }>
  /** A new state in the middle of a transition. */
  | Readonly<{ type: 'insert'; transition: string; at: ScreenPoint }>;

export type CanvasMenu = Readonly<{ open: (request: MenuRequest) => void }>;

export const CanvasMenuContext = createContext<CanvasMenu>({ open: () => undefined });

export function useCanvasMenu(): CanvasMenu {
  return useContext(CanvasMenuContext);
}
