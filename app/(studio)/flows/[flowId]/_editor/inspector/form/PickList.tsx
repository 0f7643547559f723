import { X } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { languageName } from '../../../../../_language/language-name';
import { useEditor } from '../../editor-context';
import { slotOptions } from '../pickers/SlotPicker';
import { stateOptions } from '../pickers/state-options';
import type { Field, FieldOf } from './field';
import { entryOfPath, wordOfValue } from './field-words';
import { useAt } from './form-context';
import { useReadAt, useWrite } from './use-write';
import { listOf } from './value-at';

type Props = { readonly field: FieldOf<'list'>; readonly path: string; readonly label: string };
const { form } = words.editor.inspector;

/** True for what is chosen and not written, so that a list of it is a row of names. */
export function isPickable({ type }: Field): boolean {
  return type === 'pick' || type === 'slot' || type === 'state' || type === 'language';
}

/** A list of chosen things: each with a button that takes it out, and a field that adds another. */
export const PickList = memo(function PickList({ field, path, label }: Props): ReactElement {
  const joined = useAt(path, (value) => listOf(value).map(String).join(' '));
  const chosen = joined === '' ? [] : joined.split(' ');
  const options = useOptions(field.item);
  const readAt = useReadAt();
  const write = useWrite();
  const noun = entryOfPath(path);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {chosen.length > 0 ? (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {chosen.map((value) => {
            const name = options.find((option) => option.value === value)?.label ?? value;
            return (
              <li key={value} className="inline-flex max-w-full items-center rounded-md bg-sunken pl-2 text-sm">
                <span className="truncate">{name}</span>
                <button
                  type="button"
                  aria-label={form.remove(name)}
                  onClick={() =>
                    write(
                      path,
                      listOf(readAt(path)).filter((item) => item !== value),
                    )
                  }
                  className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft hover:text-danger"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      <Combobox
        label={form.add(noun)}
        isLabelHidden
        value={null}
        options={options.filter(({ value }) => !chosen.includes(value))}
        placeholder={form.add(noun)}
        noMatch={form.noMatch}
        onChange={(value) => write(path, [...listOf(readAt(path)), value])}
      />
    </div>
  );
});

function useOptions(item: Field): readonly Option<string>[] {
  const states = useEditor(({ flow }) => (item.type === 'state' ? stateOptions(flow.states) : none));
  const variables = useEditor(({ flow }) => flow.variables);
  const languages = useEditor(({ flow }) => flow.languages);
  return item.type === 'state' ? states : optionsOf(item, { variables, languages });
}

const none: readonly Option<string>[] = [];

function optionsOf(
  item: Field,
  { variables, languages }: Pick<Flow, 'variables' | 'languages'>,
): readonly Option<string>[] {
  if (item.type === 'slot') return slotOptions(variables);
  if (item.type === 'language') return languages.map((code) => ({ value: code, label: languageName(code) }));
  return item.type === 'pick' ? item.values.map((value) => ({ value, label: wordOfValue(value) })) : none;
}
