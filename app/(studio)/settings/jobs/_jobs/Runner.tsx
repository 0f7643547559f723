import { Cog } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { JobList } from './jobs-types';

const texts = words.jobs;

/** Which program runs the functions, and what that means. */
export function Runner({ runner }: { readonly runner: JobList['runner'] }): ReactElement {
  const { title, body } = texts.runners[runner];
  return (
    <section aria-labelledby="runner" className="flex gap-4 rounded-xl border border-line bg-surface p-4 shadow-card">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent">
        <Cog aria-hidden className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 id="runner" className="text-xs font-medium text-ink-soft">
          {texts.runner}
        </h2>
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-ink-soft">{body}</p>
      </div>
    </section>
  );
}
