'use client';

import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import type { CommandContext, DialogId } from './commands/command';
import { KeySheet } from './commands/KeySheet';
import { Palette } from './commands/Palette';

const SearchReplace = dynamic(() => import('./search/SearchReplace').then((part) => part.SearchReplace), {
  ssr: false,
});
const PublishDialog = dynamic(() => import('./versions/PublishDialog').then((part) => part.PublishDialog), {
  ssr: false,
});
const Decide = dynamic(() => import('./saving/Decide').then((part) => part.Decide), { ssr: false });

type Props = {
  readonly dialog: DialogId | null;
  readonly context: CommandContext;
  readonly onClose: () => void;
};

/** What opens over the editor, one at a time. */
export function Dialogs({ dialog, context, onClose }: Props): ReactElement | null {
  switch (dialog) {
    case null:
      return null;
    case 'palette':
      return <Palette context={context} onClose={onClose} />;
    case 'keys':
      return <KeySheet isOpen onClose={onClose} />;
    case 'search':
      return <SearchReplace isOpen onClose={onClose} />;
    case 'publish':
      return <PublishDialog isOpen onClose={onClose} />;
    case 'decide':
      return <Decide onClose={onClose} />;
    default:
      return dialog satisfies never;
  }
}
