import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import type { Actor } from '@/server/auth/actor';
import { OwnerSteps } from './_home/OwnerSteps';
import { Places } from './_home/Places';

/** Where somebody lands: an owner at the steps to a running conversation, others where their day begins. */
export default async function HomePage(): Promise<ReactElement> {
  const { name, role } = await requirePage('viewer');
  const { title, lead } = headingOf(name, role);
  return (
    <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-center gap-12 px-6 py-12 md:px-12">
      <header className="max-w-2xl">
        <p lang="hi" className="mb-3 text-sm font-medium text-ink-faint">
          वार्ता · ವಾರ್ತಾ · வார்த்தை · వార్త
        </p>
        <h1 className="text-3xl font-semibold tracking-tight text-balance">{title}</h1>
        <p className="mt-3 text-lg text-ink-soft text-pretty">{lead}</p>
      </header>
      {role === 'owner' ? <OwnerSteps /> : <Places role={role} />}
    </div>
  );
}

function headingOf(name: string, role: Actor['role']): { readonly title: string; readonly lead: string } {
  switch (role) {
    case 'owner':
      return { title: words.home.title, lead: words.home.lead };
    case 'officer':
      return { title: words.home.welcome(name), lead: words.home.officerLead };
    case 'viewer':
      return { title: words.home.welcome(name), lead: words.home.viewerLead };
    default:
      return role satisfies never;
  }
}
