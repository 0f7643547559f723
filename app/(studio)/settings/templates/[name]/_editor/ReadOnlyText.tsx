import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { StatusBadge } from '../../_standing/StatusBadge';
import type { TemplateText } from '../../template-types';

const texts = words.templates;

/** A language with parts that can't be written here, as WhatsApp has it. */
export function ReadOnlyText({ text }: { readonly text: TemplateText }): ReactElement {
  return (
    <div className="flex flex-col items-start gap-2 py-5 text-sm">
      <StatusBadge standing={text} />
      <h2 className="font-semibold">{texts.readOnlyTitle}</h2>
      <p className="text-ink-soft">{texts.readOnlyBody}</p>
      <details className="w-full">
        <summary>{texts.source}</summary>
        <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs">
          {JSON.stringify(text.source, null, 2)}
        </pre>
      </details>
    </div>
  );
}
