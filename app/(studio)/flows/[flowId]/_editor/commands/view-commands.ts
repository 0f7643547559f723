import { words } from '@/app/_words/en';
import { canvasSettings } from '../canvas/canvas-settings';
import type { Command } from './command';

const texts = words.editor.commands.commands;

/** What changes how the drawing is seen. */
export const viewCommands: readonly Command[] = [
  { id: 'fit', title: texts.fit, group: 'view', keys: ['Digit1'], run: ({ canvas }) => canvas.current?.fit() },
  {
    id: 'zoom-reset',
    title: texts.zoomReset,
    group: 'view',
    keys: ['Digit0'],
    run: ({ canvas }) => canvas.current?.zoom('full'),
  },
  {
    id: 'zoom-in',
    title: texts.zoomIn,
    group: 'view',
    keys: ['Equal'],
    run: ({ canvas }) => canvas.current?.zoom('in'),
  },
  {
    id: 'zoom-out',
    title: texts.zoomOut,
    group: 'view',
    keys: ['Minus'],
    run: ({ canvas }) => canvas.current?.zoom('out'),
  },
  {
    id: 'go-to-selected',
    title: texts.goToSelected,
    group: 'view',
    keys: ['Digit2'],
    run: ({ canvas, store }) => canvas.current?.flyTo(store.getState().selection.states),
  },
  {
    id: 'minimap',
    title: texts.minimap,
    group: 'view',
    keys: ['KeyM'],
    run: () => {
      const settings = canvasSettings.read();
      canvasSettings.write({ ...settings, hasMap: settings.hasMap === false });
    },
  },
  {
    id: 'snap',
    title: texts.snap,
    group: 'view',
    keys: ['KeyS'],
    run: () => {
      const settings = canvasSettings.read();
      canvasSettings.write({ ...settings, snaps: !settings.snaps });
    },
  },
];
