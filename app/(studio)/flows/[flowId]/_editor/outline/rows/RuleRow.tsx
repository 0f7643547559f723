import { Scale } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Flow, FlowRule } from '@/flows/schema/flow';
import { readable } from '../../canvas/outcome-rows';
import { useEditor } from '../../editor-context';
import { nameOfRule } from '../name-of-rule';
import { nameOfTarget } from '../name-of-thing';
import { RowLine } from './RowLine';

const texts = words.editor.outline;
const MOST_INTENTS = 6;

/** A flow-wide rule: which intents it takes, and what it does with them. */
export function RuleRow({ id, rule: ruleId }: { readonly id: string; readonly rule: string }): ReactElement | null {
  const rule = useEditor(({ flow }) => flow.rules.find((other) => other.id === ruleId));
  const does = useEditor(({ flow }) => (rule === undefined ? '' : describeAction(flow, rule)));
  if (!rule) return null;
  return (
    <RowLine
      id={id}
      sign={<Scale aria-hidden className="size-4 shrink-0 text-ink-faint" />}
      name={nameOfRule(rule)}
      more={`${describeIntents(rule.intents)}: ${does}`}
    />
  );
}

function describeIntents(intents: FlowRule['intents']): string {
  const named = intents.slice(0, MOST_INTENTS).map(readable);
  const more = intents.length - named.length;
  return more > 0 ? `${named.join(', ')} ${texts.andMore(more)}` : named.join(', ');
}

function describeAction(flow: Flow, { action }: FlowRule): string {
  switch (action.type) {
    case 'goTo': {
      const goes = texts.goesTo(nameOfTarget(flow, action.to));
      return action.remember ? `${goes} ${texts.remembers}` : goes;
    }
    case 'answer':
      return texts.answers;
    case 'changeLanguage':
      return texts.changesLanguage;
    default:
      return action satisfies never;
  }
}
