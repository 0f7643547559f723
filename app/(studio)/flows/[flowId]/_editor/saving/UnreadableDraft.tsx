import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { FlowIssue } from '@/flows/schema/flow-issue';

const texts = words.editor.saving;

/** Says that the stored draft could not be opened, and what is wrong with it. */
export function UnreadableDraft({ issues }: { readonly issues: readonly FlowIssue[] | null }): ReactElement | null {
  if (issues === null) return null;
  return (
    <section role="alert" className="border-b border-line bg-danger-soft px-4 py-2.5 text-sm text-danger">
      <p className="font-semibold">{texts.unreadableTitle}</p>
      <p>{texts.unreadableBody}</p>
      <ul className="ml-4 list-disc">
        {issues.slice(0, MOST).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

const MOST = 3;
