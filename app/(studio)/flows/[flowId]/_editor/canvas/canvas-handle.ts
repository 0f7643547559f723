'use client';

import { createContext, type RefObject, useContext } from 'react';

type Point = Readonly<{ x: number; y: number }>;

/** What other parts of the editor can ask of the canvas. */
export type CanvasHandle = Readonly<{
  fit: () => void;
  zoom: (how: 'in' | 'out' | 'full') => void;
  flyTo: (stateIds: readonly string[]) => void;
  /** Where the pointer was last over the canvas, else the middle of what is seen; in canvas pixels. */
  place: () => Point;
}>;

export const CanvasHandleContext = createContext<RefObject<CanvasHandle | null>>({ current: null });

export function useCanvasHandle(): RefObject<CanvasHandle | null> {
  return useContext(CanvasHandleContext);
}
