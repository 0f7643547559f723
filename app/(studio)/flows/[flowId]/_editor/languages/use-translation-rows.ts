'use client';

import { useMemo } from 'react';
import { type TranslationRow, translationRows } from '@/flows/edit/translations';
import { languages } from '@/prompts/load-languages';
import { useEditor } from '../editor-context';

const options = { packs: languages };

/** Every text of the draft with its translations. Rows that did not change stay the same objects. */
export function useTranslationRows(): readonly TranslationRow[] {
  const flow = useEditor((state) => state.flow);
  return useMemo(() => translationRows(flow, options), [flow]);
}
