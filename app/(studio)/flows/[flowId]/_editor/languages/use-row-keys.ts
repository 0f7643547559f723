'use client';

import { useState } from 'react';
import type { TranslationRow } from '@/flows/edit/translations';

/** The keys of the rows; the same list as long as they are the same keys, whatever is written in the texts. */
export function useRowKeys(rows: readonly TranslationRow[]): readonly string[] {
  const [keys, setKeys] = useState(() => rows.map(({ key }) => key));
  if (keys.length === rows.length && rows.every(({ key }, index) => key === keys[index])) return keys;
  const changed = rows.map(({ key }) => key);
  setKeys(changed);
  return changed;
}
