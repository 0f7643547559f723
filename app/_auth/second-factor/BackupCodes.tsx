'use client';

import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { saveFile } from '@/app/_ui/save-file';
import { words } from '@/app/_words/en';

const texts = words.account.secondFactor;

type Props = { readonly codes: readonly string[]; readonly onDone: () => void };

/** The codes for a day without the phone, shown once. */
export function BackupCodes({ codes, onDone }: Props): ReactElement {
  return (
    <section aria-label={texts.backupTitle} className="flex flex-col gap-3">
      <div role="status">
        <h3 className="text-sm font-semibold">{texts.backupTitle}</h3>
        <p className="text-sm text-ink-soft">{texts.backupBody}</p>
      </div>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-xl bg-sunken px-4 py-3 font-mono text-sm sm:grid-cols-3">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => saveFile('vaarta-backup-codes.txt', 'text/plain', `${codes.join('\n')}\n`)}>
          <Download aria-hidden className="size-4" />
          {texts.download}
        </Button>
        <Button look="primary" onClick={onDone}>
          {texts.done}
        </Button>
      </div>
    </section>
  );
}
