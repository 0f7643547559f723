'use client';

import { CalendarClock, FileText, MessageSquareQuote, SendHorizontal, Sparkles } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { MicrophoneButton } from '../../_phone/record/MicrophoneButton';
import type { useRecorder } from '../../_phone/record/use-recorder';
import { useActs } from '../_acts/acts-store';
import { AttachButton } from './AttachButton';
import type { useAttaching } from './use-attaching';
import type { useDrafting } from './use-drafting';

const texts = words.inbox.composer;

type Props = {
  readonly isEmpty: boolean;
  readonly isWarned: boolean;
  readonly recorder: ReturnType<typeof useRecorder>;
  readonly attaching: ReturnType<typeof useAttaching>;
  readonly drafting: ReturnType<typeof useDrafting>;
  readonly onCanned: () => void;
  readonly onTemplate: () => void;
};

/** What helps to write, below the field: of sending and speaking the one that there is something for. */
export function ReplyTools(props: Props): ReactElement {
  const { isEmpty, isWarned, recorder, attaching, drafting, onCanned, onTemplate } = props;
  const show = useActs((acts) => acts.show);
  return (
    <div className="mt-1 flex items-center gap-0.5">
      <IconButton icon={MessageSquareQuote} label={texts.canned} onClick={onCanned} />
      <AttachButton onPick={attaching.attach} />
      <IconButton icon={Sparkles} label={texts.draft} disabled={drafting.isDrafting} onClick={drafting.draft} />
      <IconButton icon={CalendarClock} label={texts.schedule} onClick={() => show('schedule')} />
      <IconButton icon={FileText} label={texts.template} onClick={onTemplate} />
      <span className="flex-1" />
      {isEmpty ? (
        <MicrophoneButton isDisabled={recorder.state.type === 'asking'} onStart={recorder.start} />
      ) : (
        <Button type="submit" look="primary">
          <SendHorizontal aria-hidden className="size-4" />
          {isWarned ? texts.sendAnyway : texts.send}
        </Button>
      )}
    </div>
  );
}
