import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { addRule, moveRule } from '@/flows/edit/rules';
import type { FlowRule } from '@/flows/schema/flow';
import { useEditor, useEditorStore } from '../../editor-context';
import { noSelection } from '../../selection';
import { plainName } from '../form/field-words';
import { Section } from './Section';

const { flow: texts, edits, form } = words.editor.inspector;

/** The flow-wide rules in the order in which they are tried. */
export function RuleList(): ReactElement {
  const store = useEditorStore();
  const rules = useEditor(({ flow }) => flow.rules);
  const add = () => {
    const { edit, flow, select } = store.getState();
    const isDone = edit(edits.addRule, (before) =>
      addRule(before, { id: 'rule', intents: ['ask_company'], except: [], action: { type: 'goTo', to: flow.start } }),
    );
    const added = store.getState().flow.rules.at(-1);
    if (isDone && added) select({ ...noSelection, rule: added.id });
  };
  return (
    <Section title={texts.rules} body={texts.rulesBody}>
      {rules.length === 0 ? <p className="text-xs text-ink-faint">{texts.noRules}</p> : null}
      <ol className="flex flex-col gap-1">
        {rules.map((rule, index) => (
          <RuleRow key={rule.id} rule={rule} isFirst={index === 0} isLast={index === rules.length - 1} />
        ))}
      </ol>
      <Button look="bare" onClick={add} className="self-start px-2">
        <Plus aria-hidden className="size-4" />
        {texts.addRule}
      </Button>
    </Section>
  );
}

type RowProps = { readonly rule: FlowRule; readonly isFirst: boolean; readonly isLast: boolean };

function RuleRow({ rule, isFirst, isLast }: RowProps): ReactElement {
  const store = useEditorStore();
  const name = rule.name ?? plainName(rule.id);
  const move = (direction: 'up' | 'down') =>
    store.getState().edit(edits.moveRule(rule.id), (flow) => moveRule(flow, rule.id, direction));
  return (
    <li className="flex min-w-0 items-center rounded-lg border border-line pr-1">
      <button
        type="button"
        onClick={() => store.getState().select({ ...noSelection, rule: rule.id })}
        className="min-w-0 grow rounded-lg px-3 py-1.5 text-left"
      >
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block truncate text-xs text-ink-soft">{rule.intents.map(plainName).join(', ')}</span>
      </button>
      <IconButton
        icon={ArrowUp}
        label={form.up(name)}
        disabled={isFirst}
        onClick={() => move('up')}
        className="size-7"
      />
      <IconButton
        icon={ArrowDown}
        label={form.down(name)}
        disabled={isLast}
        onClick={() => move('down')}
        className="size-7"
      />
    </li>
  );
}
