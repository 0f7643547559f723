import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { addLanguage, removeLanguage } from '@/flows/edit/flow-languages';
import { setFlowHead } from '@/flows/edit/set-flow-head';
import { languageName as englishName } from '@/flows/schema/language-name';
import { languageName } from '../../../../../_language/language-name';
import { useEditor, useEditorStore } from '../../editor-context';
import { Section } from './Section';

const { flow: texts, edits, form } = words.editor.inspector;

/** The languages of a flow. One that is taken away keeps its texts, for when it comes back. */
export function FlowLanguages(): ReactElement {
  const { edit } = useEditorStore().getState();
  const languages = useEditor(({ flow }) => flow.languages);
  const base = useEditor(({ flow }) => flow.defaultLanguage);
  const others = Object.keys(words.languages).filter((code) => !languages.includes(code));
  return (
    <Section title={texts.languages} body={texts.defaultHelp}>
      <Select
        label={texts.defaultLanguage}
        value={base}
        options={languages.map((code) => ({ value: code, label: languageName(code) }))}
        onChange={(defaultLanguage) =>
          edit(edits.flow(texts.defaultLanguage.toLowerCase()), (flow) => setFlowHead(flow, { defaultLanguage }))
        }
      />
      <ul aria-label={texts.languages} className="flex flex-wrap gap-1.5">
        {languages.map((code) => (
          <li key={code} className="inline-flex min-h-7 items-center rounded-md bg-sunken px-2 text-sm">
            <span lang={code}>{languageName(code)}</span>
            {code === base ? null : (
              <IconButton
                icon={X}
                label={texts.removeLanguage(englishName(code))}
                onClick={() => edit(edits.removeLanguage(englishName(code)), (flow) => removeLanguage(flow, code))}
                className="-mr-2 size-7"
              />
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <Combobox
          label={texts.addLanguage}
          isLabelHidden
          value={null}
          options={others.map((code) => ({ value: code, label: languageName(code), hint: englishName(code) }))}
          placeholder={texts.addLanguage}
          noMatch={form.noMatch}
          onChange={(code) => edit(edits.addLanguage(englishName(code)), (flow) => addLanguage(flow, code))}
        />
      )}
    </Section>
  );
}
