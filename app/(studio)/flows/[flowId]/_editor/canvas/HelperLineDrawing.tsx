import { ViewportPortal } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { HelperLines } from './helper-lines';

/** How far a line reaches to both sides, in canvas pixels: further than anything is seen. */
const FAR = 20_000;

/** Shows with what a dragged card is in line. */
export function HelperLineDrawing({ lines }: { readonly lines: HelperLines }): ReactElement {
  return (
    <ViewportPortal>
      {lines.x === null ? null : (
        <div
          className="pointer-events-none absolute w-px bg-accent"
          style={{ transform: `translate(${lines.x}px, ${-FAR}px)`, height: 2 * FAR }}
        />
      )}
      {lines.y === null ? null : (
        <div
          className="pointer-events-none absolute h-px bg-accent"
          style={{ transform: `translate(${-FAR}px, ${lines.y}px)`, width: 2 * FAR }}
        />
      )}
    </ViewportPortal>
  );
}
