'use client';

import type { ReactElement } from 'react';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { SearchBody } from './SearchBody';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Finds words in all texts of the flow, and replaces them; going to a match closes the sheet, which keeps its search. */
export function SearchReplace({ isOpen, onClose }: Props): ReactElement {
  return (
    <Sheet
      title={words.editor.search.title}
      closeLabel={words.editor.search.close}
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
    >
      <SearchBody onLeave={onClose} />
    </Sheet>
  );
}
