import { words } from '@/app/_words/en';
import type { PanelId, ViewId } from '../editor-store';
import type { Command, DialogId } from './command';

const texts = words.editor.commands.commands;

function panel(id: PanelId, key: string): Command {
  return {
    id: `panel-${id}`,
    title: texts[id],
    group: 'panels',
    keys: [key],
    run: ({ store }) => store.getState().showPanel(store.getState().panel === id ? null : id),
  };
}

function view(id: ViewId, key: string): Command {
  return {
    id: `view-${id}`,
    title: texts[id],
    group: 'panels',
    keys: [key],
    run: ({ store }) => store.getState().showView(id),
  };
}

function dialog(id: Exclude<DialogId, 'decide'>, keys: readonly string[]): Command {
  return { id, title: texts[id], group: 'panels', keys, inTexts: id !== 'keys', run: ({ open }) => open(id) };
}

/** What opens and closes parts of the editor. */
export const panelCommands: readonly Command[] = [
  dialog('palette', ['$mod+KeyK']),
  dialog('keys', ['Shift+?']),
  dialog('search', ['$mod+KeyF']),
  dialog('publish', ['$mod+Shift+KeyP']),
  view('canvas', 'Alt+Digit1'),
  view('languages', 'Alt+Digit2'),
  view('document', 'Alt+Digit3'),
  panel('inspector', 'KeyI'),
  panel('try', 'KeyT'),
  panel('issues', 'KeyP'),
  panel('history', 'KeyH'),
  panel('versions', 'KeyV'),
  panel('live', 'KeyL'),
];
