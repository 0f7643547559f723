import { PenLine, Sparkles } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Problems } from '../../_reading/Problems';
import type { Turn } from '../conversation-types';

const texts = words.inspector;

type Props = { readonly events: Turn['events'] };

/** Whose words answered a question, and which draft was not said and why. */
export function Answered({ events }: Props): ReactElement | null {
  const answer = events.findLast((event) => event.type === 'question.answered');
  const refused = events.filter((event) => event.type === 'draft.refused').flatMap((event) => event.problems);
  if (answer === undefined && refused.length === 0) return null;
  const Icon = answer?.by === 'model' ? Sparkles : PenLine;
  return (
    <div className="flex flex-col gap-1.5 text-xs text-ink-soft">
      {answer === undefined ? null : (
        <p className="flex gap-1.5">
          <Icon aria-hidden className="mt-[3px] size-3.5 shrink-0 text-accent" />
          {texts.wordedBy[answer.by]}.
        </p>
      )}
      {refused.length > 0 ? <Problems label={texts.refused} problems={refused} /> : null}
    </div>
  );
}
