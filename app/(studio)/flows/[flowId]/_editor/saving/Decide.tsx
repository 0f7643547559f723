'use client';

import type { ReactElement } from 'react';
import { useEditor } from '../editor-context';
import { ConflictSheet } from './ConflictSheet';
import { ShrunkSheet } from './ShrunkSheet';

/** Asks what saving can't decide by itself. */
export function Decide({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const saving = useEditor((state) => state.saving);
  if (saving.type === 'conflict') return <ConflictSheet conflict={saving} onClose={onClose} />;
  return saving.type === 'shrunk' ? <ShrunkSheet shrunk={saving} onClose={onClose} /> : null;
}
