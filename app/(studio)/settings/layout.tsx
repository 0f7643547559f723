import type { ReactElement, ReactNode } from 'react';
import { SettingsNavigation } from './_navigation/SettingsNavigation';

export default function SettingsLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <SettingsNavigation />
      {children}
    </>
  );
}
