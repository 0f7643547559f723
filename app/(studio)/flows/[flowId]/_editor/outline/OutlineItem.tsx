import { ChevronRight, Ellipsis } from 'lucide-react';
import { memo, type ReactElement, type Ref } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { useEditor } from '../editor-context';
import { RowMenu } from './menu/RowMenu';
import { nameOfThing } from './name-of-thing';
import type { OutlineRow } from './outline-rows';
import type { RowActs } from './row-acts';
import { RowContent } from './rows/RowContent';
import { isSelected } from './things';

const INDENT = 16;

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly row: OutlineRow;
  readonly index: number;
  /** Where it begins, in pixels from the top of the tree. */
  readonly start: number;
  readonly isActive: boolean;
  readonly hasMenu: boolean;
  /** The words around what was searched, when they stand in a text of it. */
  readonly around: string | null;
  readonly acts: RowActs;
};

/** One row of the tree: what it is called and what marks it has, and a menu of everything that can be done to it. */
export const OutlineItem = memo(function OutlineItem(props: Props): ReactElement {
  const { ref, row, index, start, isActive, hasMenu, around, acts } = props;
  const { thing } = row;
  const isChosen = useEditor(({ selection }) => isSelected(thing, selection));
  const isHere = useEditor(({ lit }) => thing.type === 'state' && lit.current === thing.id);
  const id = `outline-${row.key}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around the rows reads the keys
    <div
      ref={ref}
      data-index={index}
      data-key={row.key}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.isExpanded ?? undefined}
      aria-selected={canBeSelected(row) ? isChosen : undefined}
      aria-current={isHere ? 'step' : undefined}
      aria-labelledby={`${id}-name ${id}-marks`}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => acts.onFocus(row)}
      onClick={(event) => acts.onClick(row, event)}
      onDoubleClick={() => acts.onOpen(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        acts.onMenu(row);
      }}
      className={classNames(
        'group absolute inset-x-0 top-0 flex min-h-9 cursor-pointer items-start gap-1 rounded-lg pr-1 text-sm outline-offset-[-2px] hover:bg-sunken pointer-coarse:min-h-11',
        isChosen && 'bg-accent-soft hover:bg-accent-soft',
      )}
      style={{ transform: `translateY(${start}px)`, paddingLeft: (row.level - 1) * INDENT }}
    >
      <Chevron row={row} onTurn={acts.onTurn} />
      <RowContent id={id} row={row} isHere={isHere} around={around} />
      <MenuButton row={row} isOpen={hasMenu} acts={acts} />
    </div>
  );
});

function canBeSelected({ thing }: OutlineRow): boolean {
  return thing.type !== 'outcome' && thing.type !== 'rules' && thing.type !== 'notes';
}

type ChevronProps = { readonly row: OutlineRow; readonly onTurn: RowActs['onTurn'] };

/** For the pointer only: the keyboard opens and closes with the arrow keys, and a screen reader hears the state. */
function Chevron({ row, onTurn }: ChevronProps): ReactElement {
  if (row.isExpanded === null) return <span className="w-6 shrink-0 pointer-coarse:w-9" />;
  return (
    <span
      aria-hidden
      data-chevron
      onClick={(event) => {
        event.stopPropagation();
        onTurn(row);
      }}
      className="flex h-9 w-6 shrink-0 items-center justify-center text-ink-faint pointer-coarse:h-11 pointer-coarse:w-9"
    >
      <ChevronRight className={classNames('size-4 transition-transform', row.isExpanded && 'rotate-90')} />
    </span>
  );
}

type MenuButtonProps = { readonly row: OutlineRow; readonly isOpen: boolean; readonly acts: RowActs };

function MenuButton({ row, isOpen, acts }: MenuButtonProps): ReactElement {
  const name = useEditor(({ flow }) => nameOfThing(flow, row.thing));
  const button = (
    <button
      type="button"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={words.editor.outline.acts(name)}
      onClick={(event) => {
        event.stopPropagation();
        acts.onMenu(row);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="mt-1 flex size-7 shrink-0 items-center justify-center rounded-md text-ink-faint opacity-0 group-hover:opacity-100 group-focus:opacity-100 hover:bg-surface hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
  return isOpen ? <RowMenu row={row} name={name} trigger={button} acts={acts} /> : button;
}
