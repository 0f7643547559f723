'use client';

import { useRef } from 'react';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditor } from '../editor-context';
import { keepSameIssues } from './group-issues';

/** The issues of the draft as the checks found them last; null before their first answer. */
export function useKeptIssues(): readonly FlowIssue[] | null {
  const kept = useRef<readonly FlowIssue[]>([]);
  return useEditor(({ issues }) => {
    if (issues === null) return null;
    kept.current = keepSameIssues(kept.current, issues);
    return kept.current;
  });
}
