import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { languageName } from '../_language/language-name';

/** The language in which one talks with a customer, as it calls itself. */
export function LanguageChip({ language }: { readonly language: string }): ReactElement {
  return (
    <Badge className="shrink-0">
      <span lang={language}>{languageName(language)}</span>
    </Badge>
  );
}
