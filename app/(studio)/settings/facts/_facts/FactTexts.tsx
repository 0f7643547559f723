import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import { Part } from '../../_understanding/Part';
import { type FactEdits, textKey } from './form-values';
import { LinesField } from './LinesField';
import { factName, languageName } from './say-fact';

const texts = words.facts;

type Props = {
  readonly facts: ProductFacts;
  readonly values: FactEdits;
  readonly onChange: (edits: FactEdits) => void;
};

/** What customers read about the product, in every language; folded, since it is much. */
export function FactTexts({ facts, values, onChange }: Props): ReactElement {
  return (
    <Part title={texts.texts} body={texts.textsBody}>
      <div className="hairlines border-y border-line">
        {Object.entries(facts.texts).map(([name, text]) => (
          <details key={name} className="group py-2">
            <summary className="cursor-pointer text-sm">
              <span className="inline-block font-medium first-letter:uppercase">{factName(name)}</span>
              <span className="block truncate text-ink-soft group-open:hidden">{values[textKey(name, 'en')]}</span>
            </summary>
            <div className="mt-3 mb-2 flex flex-col gap-3">
              {Object.keys(text).map((language) => (
                <LinesField
                  key={language}
                  label={languageName(language)}
                  language={language}
                  value={values[textKey(name, language)] ?? ''}
                  onChange={(value) => onChange({ [textKey(name, language)]: value })}
                />
              ))}
            </div>
          </details>
        ))}
      </div>
    </Part>
  );
}
