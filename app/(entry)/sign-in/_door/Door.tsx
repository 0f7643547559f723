'use client';

import type { ReactElement } from 'react';
import { SignIn } from '@/app/_auth/sign-in/SignIn';

/** Signs in, and goes on to where they wanted to be. */
export function Door({ next }: { readonly next: string }): ReactElement {
  // A whole new page: nothing that was read for nobody, or for somebody else, stays in the tab.
  return <SignIn onDone={() => window.location.assign(next)} />;
}
