import { memo, type ReactElement } from 'react';
import { useEditor } from '../../editor-context';
import { useInspector } from '../form/form-context';
import { LanguageText } from './LanguageText';

type Props = { readonly path: string; readonly label: string };

/** One text in its languages, side by side, the flow's own language first. */
export const LanguageTexts = memo(function LanguageTexts({ path, label }: Props): ReactElement {
  const languages = useEditor(({ flow }) => flow.languages);
  const base = useEditor(({ flow }) => flow.defaultLanguage);
  const chosen = useEditor(({ language }) => language);
  const shows = useInspector((state) => state.shows);
  const shown = [base, ...languages.filter((language) => language !== base)].filter(
    (language) => shows === 'all' || language === base || language === chosen,
  );
  return (
    <div className="grid grid-cols-1 gap-3 @2xl:grid-cols-2">
      {shown.map((language) => (
        <LanguageText key={language} path={path} label={label} language={language} />
      ))}
    </div>
  );
});
