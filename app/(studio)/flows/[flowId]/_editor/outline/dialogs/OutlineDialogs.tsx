import type { ReactElement } from 'react';
import { AddMenu } from '../../canvas/AddMenu';
import { useCanvasHandle } from '../../canvas/canvas-handle';
import { useEditorStore } from '../../editor-context';
import type { OutlineRequest } from '../outline-request';
import { placeOfNew } from '../place-of-new';
import { leadElsewhere } from '../thing-acts';
import { ChooseOutcome } from './ChooseOutcome';
import { ChooseState } from './ChooseState';
import { RenameGroup } from './RenameGroup';
import { RenameState } from './RenameState';
import { WriteNote } from './WriteNote';

type Props = { readonly request: OutlineRequest; readonly onClose: () => void };

/** The question that an act of the outline asks first. */
export function OutlineDialogs({ request, onClose }: Props): ReactElement {
  const store = useEditorStore();
  const canvas = useCanvasHandle();
  switch (request.type) {
    case 'renameState':
      return <RenameState state={request.id} onClose={onClose} />;
    case 'renameGroup':
      return <RenameGroup group={request.id} onClose={onClose} />;
    case 'writeNote':
      return <WriteNote note={request.id} onClose={onClose} />;
    case 'chooseTarget':
      return (
        <ChooseState onChoose={(to) => leadElsewhere(store, request.transition, { to })} canGoBack onClose={onClose} />
      );
    case 'chooseSource':
      return (
        <ChooseOutcome onChoose={(from) => leadElsewhere(store, request.transition, { from })} onClose={onClose} />
      );
    case 'add':
      return (
        <AddMenu
          request={request.request}
          toCanvas={() => placeOfNew(store.getState().flow, request.request, canvas.current?.place())}
          onClose={onClose}
        />
      );
    default:
      return request satisfies never;
  }
}
