import type { ReactElement, ReactNode } from 'react';
import { SecondFactorReminder } from '../_me/SecondFactorReminder';
import { SettingsNavigation } from './_navigation/SettingsNavigation';

export default function SettingsLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <SettingsNavigation />
      <div className="mx-auto max-w-4xl px-5 pt-4 empty:hidden md:px-12">
        <SecondFactorReminder />
      </div>
      {children}
    </>
  );
}
