import { CircleAlert, Languages, MapPin, TrendingDown, TriangleAlert, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { CountMark } from '@/app/_ui/CountMark';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { useEditor } from '../editor-context';

const texts = words.editor.canvas.marks;

type Props = { readonly id: string; readonly missing: number; readonly language: string };

/** What an owner should see of a state at a glance: people in it, issues, missing translations, where people drop off. */
export function CardMarks({ id, missing, language }: Props): ReactElement {
  const counts = useEditor((state) => state.issueCounts.get(id));
  const people = useEditor((state) => state.people.get(id) ?? 0);
  const traffic = useEditor((state) => state.lit.traffic?.states.get(id));
  const isHere = useEditor((state) => state.lit.current === id);
  const errors = counts?.errors ?? 0;
  const warnings = counts?.warnings ?? 0;
  return (
    <span className="flex shrink-0 items-center gap-1">
      {traffic ? (
        <CountMark icon={TrendingDown} count={traffic.sessions} label={texts.traffic(traffic)} look="text-ink-soft" />
      ) : null}
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
      {errors > 0 ? (
        <CountMark icon={CircleAlert} count={errors} label={texts.errors(errors)} look="text-danger" />
      ) : warnings > 0 ? (
        <CountMark icon={TriangleAlert} count={warnings} label={texts.warnings(warnings)} look="text-mark-ink" />
      ) : null}
      {isHere ? <MapPin role="img" aria-label={texts.here} className="size-5 text-accent" /> : null}
    </span>
  );
}
