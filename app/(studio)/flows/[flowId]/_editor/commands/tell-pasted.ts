import { words } from '@/app/_words/en';
import type { Pasted } from './acts';
import type { CommandContext } from './command';

const { told } = words.editor.commands;

/** Says what came of pasting. */
export function tellPasted(tell: CommandContext['tell'], pasted: Pasted | null): void {
  if (pasted === null) {
    tell(told.nothingToPaste);
    return;
  }
  const broken = pasted.broken.length > 0 ? ` ${told.broken(pasted.broken)}` : '';
  tell(told.pasted(pasted.states) + broken, { canUndo: true });
}
