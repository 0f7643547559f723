import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { sayCode } from '../../_reading/say-code';
import type { Turn } from '../conversation-types';

const texts = words.inspector;

type Props = { readonly evidence: NonNullable<Turn['understanding']>['evidence'] };

/** By what the embedded reader decided: its rule and the meanings that it found, on request. */
export function Evidence({ evidence: { rule, concepts } }: Props): ReactElement | null {
  if (rule === null && concepts.length === 0) return null;
  return (
    <details className="group/evidence text-xs">
      <summary className="inline-flex items-center gap-1 font-medium text-ink-soft hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 group-open/evidence:rotate-90" />
        {texts.evidence}
      </summary>
      <dl className="mt-1 ml-1.5 grid grid-cols-[4.5rem_1fr] gap-x-2 gap-y-1 border-l border-line pl-3">
        <dt className="text-ink-faint">{texts.rule}</dt>
        <dd className="text-ink-soft">
          {rule === null ? texts.noRule : <code className="font-mono wrap-anywhere">{rule}</code>}
        </dd>
        <dt className="text-ink-faint">{texts.meanings}</dt>
        <dd className="flex flex-wrap gap-1 text-ink-soft">
          {concepts.length === 0
            ? texts.noMeanings
            : concepts.map((concept) => <Badge key={concept}>{sayCode(concept)}</Badge>)}
        </dd>
      </dl>
    </details>
  );
}
