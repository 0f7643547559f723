import type { ReactElement } from 'react';
import { OptionList } from '@/app/_ui/OptionList';
import { usePopoverBelow } from '@/app/_ui/use-popover-below';
import { words } from '@/app/_words/en';
import type { OpenVariableMenu } from './use-variable-menu';

const texts = words.editor.inspector.texts;

/** The menu of variables under its text area while it is open, with how many there are said to a screen reader. */
export function VariableMenu({ menu }: { readonly menu: OpenVariableMenu }): ReactElement | null {
  const floating = usePopoverBelow<HTMLDivElement>(menu.area, menu.isOpen);
  if (!menu.isOpen) return null;
  return (
    <>
      <p role="status" className="sr-only">
        {texts.menuHint(menu.matches.length)}
      </p>
      <OptionList
        id={menu.id}
        label={texts.menu}
        options={menu.matches}
        active={menu.active}
        chosen={null}
        noMatch={texts.noVariable}
        floating={floating}
        onChoose={menu.choose}
      />
    </>
  );
}
