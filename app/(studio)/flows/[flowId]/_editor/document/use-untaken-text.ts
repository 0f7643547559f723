'use client';

import { useSyncExternalStore } from 'react';
import { useEditor } from '../editor-context';
import { workingCopies } from './working-copies';

/** True while the document view holds a text of this flow that was not taken over. */
export function useUntakenText(): boolean {
  const flowId = useEditor((state) => state.flowId);
  const copies = useSyncExternalStore(workingCopies.subscribe, workingCopies.read, workingCopies.readOnServer);
  return copies[flowId] !== undefined;
}
