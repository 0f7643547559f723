import type { ReactElement } from 'react';
import { encode } from 'uqr';

type Props = { readonly text: string; readonly label: string };

/** A text for a phone's camera: dark on light in both themes, as cameras want it, with the quiet edge around it. */
export function QrCode({ text, label }: Props): ReactElement {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-xl border border-line bg-qr-paper text-qr-ink"
    >
      <path d={pathOf(data)} fill="currentColor" />
    </svg>
  );
}

/** One square for each dark point. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
}
