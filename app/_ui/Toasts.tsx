import type { CSSProperties, ReactElement } from 'react';
import { Toaster } from 'sonner';

type Props = { readonly durationMs: number };

/** Where a screen's short notices appear: what was done, with a way back. */
export function Toasts({ durationMs }: Props): ReactElement {
  return <Toaster position="bottom-center" style={ours} toastOptions={{ duration: durationMs }} />;
}

/** Our colours and letters for a library that has its own: its fonts lack the scripts of our customers' names. */
const ours: CSSProperties & Record<`--${string}`, string> = {
  '--normal-bg': 'var(--surface)',
  '--normal-text': 'var(--ink)',
  '--normal-border': 'var(--line)',
  fontFamily: 'inherit',
};
