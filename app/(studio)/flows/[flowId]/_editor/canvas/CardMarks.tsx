import { CircleAlert, Languages, type LucideIcon, MapPin, TrendingDown, TriangleAlert, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
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
        <Mark icon={TrendingDown} count={traffic.sessions} label={texts.traffic(traffic)} look="text-ink-soft" />
      ) : null}
      {people > 0 ? <Mark icon={Users} count={people} label={texts.people(people)} look="text-kind-people" /> : null}
      {missing > 0 ? (
        <Mark
          icon={Languages}
          count={missing}
          label={texts.missing(missing, languageName(language))}
          look="text-mark-ink"
        />
      ) : null}
      {errors > 0 ? (
        <Mark icon={CircleAlert} count={errors} label={texts.errors(errors)} look="text-danger" />
      ) : warnings > 0 ? (
        <Mark icon={TriangleAlert} count={warnings} label={texts.warnings(warnings)} look="text-mark-ink" />
      ) : null}
      {isHere ? <MapPin role="img" aria-label={texts.here} className="size-5 text-accent" /> : null}
    </span>
  );
}

type MarkProps = {
  readonly icon: LucideIcon;
  readonly count: number;
  readonly label: string;
  readonly look: string;
};

function Mark({ icon: Icon, count, label, look }: MarkProps): ReactElement {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={classNames('inline-flex items-center gap-0.5 text-xs', look)}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden className="tabular-nums">
        {count}
      </span>
    </span>
  );
}
