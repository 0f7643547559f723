import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Flow, FlowRule } from '@/flows/schema/flow';
import { nameOfState } from '../../../_flow/name-of-state';

const MOST_INTENTS = 6;

/** What holds in every state: the flow-wide rules, in the order in which they are tried. */
export function Rules({ flow }: { readonly flow: Flow }): ReactElement {
  return (
    <section aria-labelledby="rules" className="px-5 py-4">
      <h2 id="rules" className="text-sm font-semibold">
        {words.canvas.rules}
      </h2>
      <p className="text-xs text-ink-soft">{words.canvas.rulesBody}</p>
      <ol className="hairlines mt-3">
        {flow.rules.map((rule) => (
          <li key={rule.id} className="py-2.5">
            <p className="text-sm font-medium">{rule.name ?? rule.id.replaceAll('_', ' ')}</p>
            <p className="text-xs text-ink-faint">{describeIntents(rule.intents)}</p>
            <p className="text-xs text-ink-soft">{describeAction(flow, rule)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function describeIntents(intents: FlowRule['intents']): string {
  const named = intents.slice(0, MOST_INTENTS).map((intent) => intent.replaceAll('_', ' '));
  const more = intents.length - named.length;
  return more > 0 ? `${named.join(', ')} ${words.canvas.andMore(more)}` : named.join(', ');
}

function describeAction(flow: Flow, { action }: FlowRule): string {
  switch (action.type) {
    case 'goTo': {
      const target = flow.states.find((state) => state.id === action.to);
      const goes = `${words.canvas.goesTo} ${target ? nameOfState(target) : action.to}`;
      return action.remember ? `${goes} ${words.canvas.returns}` : goes;
    }
    case 'answer':
      return words.canvas.answers;
    case 'changeLanguage':
      return words.canvas.changesLanguage;
    default:
      return action satisfies never;
  }
}
