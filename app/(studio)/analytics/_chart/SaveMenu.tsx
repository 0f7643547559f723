import { Download } from 'lucide-react';
import { type ReactElement, type RefObject, useRef, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Menu, MenuItem } from '@/app/_ui/Menu';
import { saveFile } from '@/app/_ui/save-file';
import { words } from '@/app/_words/en';
import { pngFileOf, svgFileOf } from './draw-file';
import { csvOf, type FigureTable } from './figure-table';

const texts = words.analytics.chart;

type Props = {
  readonly title: string;
  /** What the file is called, without its ending. */
  readonly file: string;
  readonly table: FigureTable;
  /** Around the chart, where one is shown. */
  readonly drawing: RefObject<HTMLElement | null>;
  /** A chart that can be drawn as a picture is shown. */
  readonly hasPicture: boolean;
  readonly onProblem: (problem: string | null) => void;
};

/** Saves a chart as a picture, and its figures as a table. */
export function SaveMenu({ title, file, table, drawing, hasPicture, onProblem }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const withFigure = (draw: (figure: HTMLElement) => Promise<void> | void) => async () => {
    const figure = drawing.current?.querySelector('figure');
    try {
      if (figure) await draw(figure);
      onProblem(null);
    } catch {
      onProblem(texts.notDrawn);
    }
  };
  const trigger = <IconButton ref={button} icon={Download} label={texts.save(title)} onClick={() => setIsOpen(true)} />;
  if (!isOpen) return trigger;
  return (
    <Menu
      label={texts.save(title)}
      trigger={trigger}
      onClose={() => setIsOpen(false)}
      returnFocus={() => button.current?.focus()}
    >
      <MenuItem onSelect={() => saveFile(`${file}.csv`, 'text/csv;charset=utf-8', csvOf(table))}>{texts.csv}</MenuItem>
      {hasPicture ? (
        <>
          <MenuItem
            onSelect={() => void withFigure((figure) => saveFile(`${file}.svg`, 'image/svg+xml', svgFileOf(figure)))()}
          >
            {texts.svg}
          </MenuItem>
          <MenuItem
            onSelect={() =>
              void withFigure(async (figure) => saveFile(`${file}.png`, 'image/png', await pngFileOf(figure)))()
            }
          >
            {texts.png}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
