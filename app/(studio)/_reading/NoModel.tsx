import { Cpu } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

const texts = words.reading;

/** Says that no model is configured, what that means here, and how one is. */
export function NoModel({ children }: { readonly children: string }): ReactElement {
  return (
    <section aria-labelledby="no-model" className="flex gap-3.5 rounded-2xl bg-accent-soft px-4 py-3.5 sm:px-5">
      <Cpu aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
      <div className="min-w-0 text-sm">
        <h2 id="no-model" className="font-semibold">
          {texts.noModelTitle}
        </h2>
        <p className="text-ink-soft">
          {children} {texts.howToConfigure}
        </p>
        <ul className="mt-1.5 flex flex-col gap-1 text-ink-soft">
          <li>
            <Variable name="OPENAI_API_KEY" /> {texts.withKey}
          </li>
          <li>
            <Variable name="OPENAI_BASE_URL" /> {texts.withAddress}
          </li>
        </ul>
      </div>
    </section>
  );
}

function Variable({ name }: { readonly name: string }): ReactElement {
  return <code className="rounded-md bg-surface px-1.5 py-0.5 font-mono text-xs text-ink">{name}</code>;
}
