import type { ReactElement } from 'react';

/** Two speech bubbles that share an edge: a drawing and a conversation. */
export function Logo({ className }: { readonly className?: string }): ReactElement {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <path
        d="M4 7.5A3.5 3.5 0 0 1 7.5 4h9A3.5 3.5 0 0 1 20 7.5V13a3.5 3.5 0 0 1-3.5 3.5h-6.2L5.6 20a1 1 0 0 1-1.6-.8z"
        fill="currentColor"
      />
      <path
        d="M22.8 11h1.7a3.5 3.5 0 0 1 3.5 3.5v12.7a1 1 0 0 1-1.6.8L21.7 24.5H15a3.5 3.5 0 0 1-3.5-3.5v-1.5"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="9" cy="10.3" r="1.3" fill="var(--surface)" />
      <path d="M10.3 10.3h4.7" stroke="var(--surface)" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
