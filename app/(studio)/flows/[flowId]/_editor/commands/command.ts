import type { RefObject } from 'react';
import type { CanvasHandle } from '../canvas/canvas-handle';
import type { EditorStore } from '../editor-store';
import type { Saving } from '../saving/saving-context';

/** What opens over the editor. */
export type DialogId = 'palette' | 'keys' | 'search' | 'publish' | 'decide';

/** What a command may use. */
export type CommandContext = Readonly<{
  store: EditorStore;
  canvas: RefObject<CanvasHandle | null>;
  saving: Saving;
  open: (dialog: DialogId) => void;
  /** Says in a few words what was done, with a way back where there is one. */
  tell: (what: string, options?: Readonly<{ canUndo?: boolean }>) => void;
}>;

export type CommandGroupId = 'edit' | 'select' | 'view' | 'arrange' | 'panels';

/** One thing that a person can have the editor do; the palette, the list of keys and the keys themselves read these. */
export type Command = Readonly<{
  id: string;
  title: string;
  group: CommandGroupId;
  /** As tinykeys writes it: "$mod+KeyZ"; the first is shown. */
  keys?: readonly string[];
  /** Also while a text is being written. */
  inTexts?: boolean;
  isEnabled?: (context: CommandContext) => boolean;
  run: (context: CommandContext) => void | Promise<void>;
}>;
