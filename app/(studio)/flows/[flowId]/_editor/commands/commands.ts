import { arrangeCommands } from './arrange-commands';
import type { Command } from './command';
import { editCommands } from './edit-commands';
import { panelCommands } from './panel-commands';
import { selectCommands } from './select-commands';
import { viewCommands } from './view-commands';

/** Everything that a person can have the editor do, in the order in which it is listed. */
export const commands: readonly Command[] = [
  ...editCommands,
  ...selectCommands,
  ...viewCommands,
  ...arrangeCommands,
  ...panelCommands,
];
