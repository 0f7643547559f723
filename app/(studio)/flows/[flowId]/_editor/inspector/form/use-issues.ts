import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditor, useEditorStore } from '../../editor-context';
import { useForm } from './form-context';
import { issuesAt } from './issues-at';

/** The issues at a path of the form. A new answer of the checks that says the same draws nothing again. */
export function useIssues(path: string, language?: string): readonly FlowIssue[] {
  const store = useEditorStore();
  const { place } = useForm().owner;
  const said = useEditor(({ issues }) => sentencesOf(issuesAt(issues, place, path, language)));
  return said === '' ? none : issuesAt(store.getState().issues, place, path, language);
}

const none: readonly FlowIssue[] = [];

function sentencesOf(issues: readonly FlowIssue[]): string {
  return issues.map(({ severity, message }) => `${severity} ${message}`).join('\n');
}
