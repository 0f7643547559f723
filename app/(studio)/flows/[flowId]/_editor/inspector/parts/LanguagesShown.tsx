import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../../_language/language-name';
import { useEditor } from '../../editor-context';
import { useInspector, useInspectorStore } from '../form/form-context';

const texts = words.editor.inspector.texts;

/** All languages side by side, or only the flow's own and the chosen one. */
export function LanguagesShown(): ReactElement {
  const store = useInspectorStore();
  const shows = useInspector((state) => state.shows);
  const base = useEditor(({ flow }) => flow.defaultLanguage);
  const chosen = useEditor(({ language }) => language);
  return (
    <Select
      label={texts.languages}
      isLabelHidden
      value={shows}
      options={[
        { value: 'all', label: texts.all },
        { value: 'two', label: texts.two(languageName(base), languageName(chosen)) },
      ]}
      onChange={(wanted) => store.setState({ shows: wanted })}
      className="w-44"
    />
  );
}
