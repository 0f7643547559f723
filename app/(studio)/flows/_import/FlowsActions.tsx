'use client';

import { FileUp, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { ImportAsNew } from './ImportAsNew';
import { NewFlow } from './NewFlow';

/** The two ways to a further flow: an empty one, or one from a file. */
export function FlowsActions(): ReactElement {
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen('import')}>
        <FileUp aria-hidden className="size-4" />
        {words.editor.import.importFlow}
      </Button>
      <Button look="primary" onClick={() => setOpen('new')}>
        <Plus aria-hidden className="size-4" />
        {words.editor.import.newFlow}
      </Button>
      <NewFlow isOpen={open === 'new'} onClose={close} />
      <ImportAsNew isOpen={open === 'import'} onClose={close} />
    </div>
  );
}
