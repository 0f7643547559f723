'use client';

import { MousePointerClick } from 'lucide-react';
import type { ReactElement } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import { StateButton } from '../StateButton';
import { useLitWay } from '../use-following';
import { SaidHere } from './SaidHere';
import { SaidToCustomers } from './SaidToCustomers';

const texts = words.editor.try.said;

type Props = { readonly onTalk: () => void };

/** Everything that the selected state said: in this try-out, and to customers. */
export function SaidTab({ onTalk }: Props): ReactElement {
  const [state, ...others] = useEditor(({ selection }) => selection.states);
  useLitWay();
  if (state === undefined || others.length > 0) {
    return (
      <Notice icon={MousePointerClick} title={texts.none}>
        {texts.noneBody}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-5 px-4 py-4">
      <h2 className="text-base font-semibold">
        <StateButton id={state} />
      </h2>
      <SaidHere state={state} onTalk={onTalk} />
      <SaidToCustomers state={state} />
    </div>
  );
}
