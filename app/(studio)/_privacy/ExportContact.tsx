import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';

const texts = words.privacy.exporting;

/** Everything about a contact, as one file: for owners, whom the server asks again. */
export function ExportContact({ contactId }: { readonly contactId: string }): ReactElement {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <a href={`/api/contacts/${contactId}/export`} download className={buttonClass('quiet')}>
        <Download aria-hidden className="size-4" />
        {texts.save}
      </a>
      <p className="text-xs text-ink-faint">{texts.body}</p>
    </div>
  );
}
