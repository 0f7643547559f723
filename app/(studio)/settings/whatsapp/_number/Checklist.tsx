import { CircleCheck, CircleQuestionMark, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { NumberCheck } from '../whatsapp-types';

const texts = words.whatsapp.numbers;

/** How each point stands, and what is to be done where it is not in order. */
export function Checklist({ checks }: { readonly checks: readonly NumberCheck[] }): ReactElement {
  return (
    <ul aria-label={texts.checklist} className="mt-3 grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
      {checks.map((check) => (
        <Point key={check.id} check={check} />
      ))}
    </ul>
  );
}

function Point({ check: { id, status, detail, advice } }: { readonly check: NumberCheck }): ReactElement {
  const { icon: Icon, look } = signs[status];
  return (
    <li className="flex min-w-0 gap-2 text-sm">
      <Icon aria-label={texts.statuses[status]} role="img" className={classNames('mt-0.5 size-4 shrink-0', look)} />
      <div className="min-w-0">
        <p className="font-medium">{texts.checks[id]}</p>
        <p className="text-ink-soft wrap-anywhere">{detail}</p>
        {advice === undefined ? null : <p className="wrap-anywhere">{advice}</p>}
      </div>
    </li>
  );
}

const signs = {
  ok: { icon: CircleCheck, look: 'text-accent' },
  warning: { icon: TriangleAlert, look: 'text-mark-ink' },
  failed: { icon: CircleX, look: 'text-danger' },
  unknown: { icon: CircleQuestionMark, look: 'text-ink-faint' },
} as const;
