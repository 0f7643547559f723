import { ArrowLeft, Trash2 } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { removeRule, setRule } from '@/flows/edit/rules';
import { flowRule } from '@/flows/schema/flow';
import { useEditor, useEditorStore } from '../../editor-context';
import { noSelection } from '../../selection';
import { Form } from '../form/Form';
import { LineInput } from '../form/LineInput';
import { NameLine } from '../form/NameLine';
import { schemaProblem } from '../form/schema-problem';
import { useComposedText } from '../form/use-composed-text';
import { ruleOwner } from '../owners/rule-owner';
import { Preview } from '../preview/Preview';
import { LanguagesShown } from './LanguagesShown';
import { Panel } from './Panel';
import { PlaceIssues } from './PlaceIssues';
import { Section } from './Section';

const { rule: texts, edits } = words.editor.inspector;

/** A flow-wide rule: when it applies, and what it does. */
export function RuleForm({ id }: { readonly id: string }): ReactElement {
  const store = useEditorStore();
  const owner = useMemo(() => ruleOwner(id), [id]);
  const name = useEditor(({ flow }) => flow.rules.find((rule) => rule.id === id)?.name ?? '');
  const { edit, select } = store.getState();
  const typed = useComposedText(name, (text) =>
    edit(
      edits.rule(id),
      (flow) => {
        const { name: _was, ...rule } = flow.rules.find((other) => other.id === id) ?? {};
        return setRule(flow, id, text.trim() === '' ? rule : { ...rule, name: text });
      },
      { merge: `rule:${id}:name` },
    ),
  );
  return (
    <Panel footer={<Preview owner={owner} />}>
      <header className="flex flex-col gap-3 px-4 py-4">
        <Button look="bare" onClick={() => select(noSelection)} className="self-start px-1">
          <ArrowLeft aria-hidden className="size-4" />
          {texts.back}
        </Button>
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 grow text-base font-semibold wrap-anywhere" tabIndex={-1} data-path="">
            {texts.title}
          </h2>
          <Button look="bare" onClick={() => edit(edits.removeRule(id), (flow) => removeRule(flow, id))}>
            <Trash2 aria-hidden className="size-4" />
            {texts.remove}
          </Button>
        </div>
        <div className="grid grid-cols-1 gap-3 @md:grid-cols-2">
          <LineInput label={texts.name} isLong={false} typed={{ ...typed, problem: null }} />
          <RuleId id={id} />
        </div>
      </header>
      <PlaceIssues owner={owner} />
      <Section title={texts.does} body={texts.body} beside={<LanguagesShown />}>
        <Form key={owner.key} owner={owner} />
      </Section>
    </Panel>
  );
}

function RuleId({ id }: { readonly id: string }): ReactElement {
  const store = useEditorStore();
  const problemOf = (text: string) => {
    const isTaken = store.getState().flow.rules.some((rule) => rule.id === text);
    return schemaProblem(flowRule.shape.id, text) ?? (isTaken ? texts.idTaken : null);
  };
  const rename = (text: string) => {
    const { edit, select } = store.getState();
    const isDone = edit(edits.rule(id), (flow) =>
      setRule(flow, id, { ...flow.rules.find((rule) => rule.id === id), id: text }),
    );
    if (isDone) select({ ...noSelection, rule: text });
  };
  return <NameLine label={texts.id} value={id} problemOf={problemOf} onCommit={rename} />;
}
