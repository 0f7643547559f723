'use client';

import type { ReactElement, ReactNode } from 'react';
import { type Me, MeContext } from './use-me';

type Props = { readonly me: Me; readonly children: ReactNode };

/** Tells the screens who is signed in, from the first moment on. */
export function KnowMe({ me, children }: Props): ReactElement {
  return <MeContext value={me}>{children}</MeContext>;
}
