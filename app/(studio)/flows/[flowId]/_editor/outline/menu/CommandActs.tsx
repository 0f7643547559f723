import type { ReactElement } from 'react';
import { MenuItem } from '@/app/_ui/Menu';
import { commands } from '../../commands/commands';
import { keyCaps } from '../../commands/key-caps';
import { useCommandContext } from '../../commands/use-command-context';

/** Commands of the editor by their ids, as acts of a menu: those that can be run on what is selected. */
export function CommandActs({ ids }: { readonly ids: readonly string[] }): ReactElement {
  const context = useCommandContext(nothingToOpen);
  const shown = commands.filter(({ id, isEnabled }) => ids.includes(id) && isEnabled?.(context) !== false);
  return (
    <>
      {shown.map((command) => (
        <MenuItem key={command.id} keys={capsOf(command.keys?.[0])} onSelect={() => void command.run(context)}>
          {command.title}
        </MenuItem>
      ))}
    </>
  );
}

function nothingToOpen(): void {
  // None of the commands that stand in a menu opens a dialog.
}

function capsOf(keys: string | undefined): string {
  if (keys === undefined) return '';
  const isMac = navigator.platform.startsWith('Mac');
  return keyCaps(keys, isMac).join(isMac ? '' : '+');
}
