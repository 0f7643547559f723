import { CircleAlert, Info, Languages, TriangleAlert, Users } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';
import { CountMark } from '@/app/_ui/CountMark';
import { words } from '@/app/_words/en';
import type { FlowState } from '@/flows/schema/flow';
import { languageName } from '../../../../../_language/language-name';
import { countMissing } from '../../canvas/plain-summary';
import { useEditor } from '../../editor-context';

const texts = words.editor.outline.marks;

/** What an owner should see of a state at a glance: people in it, missing translations, issues. */
export function StateMarks({
  state,
  language,
}: {
  readonly state: FlowState;
  readonly language: string;
}): ReactElement {
  const people = useEditor((editor) => editor.people.get(state.id) ?? 0);
  const counts = useEditor((editor) => editor.issueCounts.get(state.id));
  const missing = countMissing(state, language);
  return (
    <>
      {people > 0 ? (
        <CountMark icon={Users} count={people} label={texts.people(people)} look="text-kind-people" />
      ) : null}
      {missing > 0 ? (
        <CountMark
          icon={Languages}
          count={missing}
          label={texts.missing(missing, languageName(language))}
          look="text-mark-ink"
        />
      ) : null}
      {counts ? <CountMark {...worst(counts)} label={texts.issues(counts)} /> : null}
    </>
  );
}

type Counts = Readonly<{ errors: number; warnings: number; hints: number }>;

function worst({ errors, warnings, hints }: Counts): Pick<ComponentProps<typeof CountMark>, 'icon' | 'count' | 'look'> {
  if (errors > 0) return { icon: CircleAlert, count: errors, look: 'text-danger' };
  if (warnings > 0) return { icon: TriangleAlert, count: warnings, look: 'text-mark-ink' };
  return { icon: Info, count: hints, look: 'text-ink-soft' };
}
