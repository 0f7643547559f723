'use client';

import { type CSSProperties, memo, type ReactElement } from 'react';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { PlaceCell } from './PlaceCell';
import { TextCell } from './TextCell';

type Props = {
  readonly row: TranslationRow;
  readonly index: number;
  /** Pixels from the top of the table. */
  readonly start: number;
  readonly measure: (element: Element | null) => void;
  readonly languages: readonly LanguageCode[];
  readonly columns: CSSProperties;
  /** The column of the active cell; null where it is in another row. */
  readonly activeColumn: number | null;
  readonly isEditing: boolean;
  readonly onWrite: (key: string) => void;
};

/** One text in all shown languages. Drawn again only when it, or the active cell in it, changes. */
export const GridRow = memo(function GridRow(props: Props): ReactElement {
  const { row, index, start, measure, languages, columns, activeColumn, isEditing, onWrite } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see TextGrid
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className="absolute inset-x-0 top-0 grid border-b border-line"
      style={{ ...columns, transform: `translateY(${start}px)` }}
    >
      <PlaceCell row={row} isActive={activeColumn === 0} />
      {languages.map((language, at) => (
        <TextCell
          key={language}
          row={row}
          language={language}
          column={at + 1}
          isActive={activeColumn === at + 1}
          isEditing={activeColumn === at + 1 && isEditing}
          onWrite={onWrite}
        />
      ))}
    </div>
  );
});
