'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';

export default function StudioError({ retry }: { readonly retry: () => void }): ReactElement {
  return (
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={words.problem.title}
      action={
        <Button look="primary" onClick={retry}>
          {words.problem.retry}
        </Button>
      }
    >
      {words.problem.body}
    </Notice>
  );
}
